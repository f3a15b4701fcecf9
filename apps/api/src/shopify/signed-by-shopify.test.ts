import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { after, hour, minute } from "@ringtrail/core";
import { at } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { appKeys, proxyQuery, webhookHeaders } from "../../testing/a-shopify.ts";
import { hasProxySignature, isSignedProxy, isSignedWebhook } from "./signed-by-shopify.ts";

// From Shopify's own documentation of app proxies; the secret is `hush`.
const documented =
  "extra=1&extra=2&shop=shop-name.myshopify.com&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555&signature=a9718877bea71c2484f91608a7eaea1532bdf71f5c56825065fa4ccabe549ef3";

test("Shopify's documented example has its signature, and none once any part of it is another", () => {
  expect(hasProxySignature("hush", new URLSearchParams(documented))).toBe(true);
  expect(hasProxySignature("hush2", new URLSearchParams(documented))).toBe(false);
  for (const changed of [
    documented.replace("extra=1&", ""),
    documented.replace("shop-name", "shop-nam"),
    `${documented}&logged_in_customer_id=1`,
    `${documented}&signature=00`,
    documented.replace("a9718877", "A9718877"),
    documented.replace(/&signature=.*/, ""),
  ])
    expect(hasProxySignature("hush", new URLSearchParams(changed)), changed).toBe(false);
});

test("a forwarded request is answered while it is fresh, and a little before", () => {
  const now = at("10:00");
  const query = new URLSearchParams(proxyQuery(now));

  expect(isSignedProxy(appKeys.secret, query, after(now, 4 * minute))).toBe(true);
  expect(isSignedProxy(appKeys.secret, query, after(now, hour))).toBe(false);
  expect(isSignedProxy(appKeys.secret, query, after(now, -hour))).toBe(false);
  expect(isSignedProxy(appKeys.secret, new URLSearchParams(proxyQuery(now, { timestamp: "now" })), now)).toBe(false);
});

test("a webhook's signature is that of its bytes alone: any changed byte breaks it", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, nth) => {
      const body = Buffer.from(text);
      const given = webhookHeaders("orders/create", text)["x-shopify-hmac-sha256"];
      expect(isSignedWebhook(appKeys.secret, body, given)).toBe(true);
      const changed = Buffer.from(body);
      changed[nth % changed.length] = (changed[nth % changed.length] ?? 0) ^ 1;
      expect(isSignedWebhook(appKeys.secret, changed, given)).toBe(false);
    }),
  );
  expect(isSignedWebhook(appKeys.secret, Buffer.from("x"), undefined)).toBe(false);
});

interface Vectors {
  readonly webhook: { readonly secret: string; readonly body: string; readonly hmac_base64: string };
  readonly app_proxy: {
    readonly secret: string;
    readonly cases: readonly { readonly query: string; readonly signature: string }[];
  };
}

const file = new URL("../../../../../shared/corpora/shopify-hmac-vectors/vectors.json", import.meta.url);
const isHere = existsSync(file);
if (!isHere) console.log("skipped: the public signature vectors are not beside this checkout");

test.skipIf(!isHere)("the public vectors hold", () => {
  const { webhook, app_proxy: proxy } = JSON.parse(readFileSync(file, "utf8")) as Vectors;

  expect(isSignedWebhook(webhook.secret, Buffer.from(webhook.body), webhook.hmac_base64)).toBe(true);
  expect(proxy.cases.length).toBeGreaterThan(2);
  for (const { query, signature } of proxy.cases)
    expect(hasProxySignature(proxy.secret, new URLSearchParams(`${query}&signature=${signature}`)), query).toBe(true);
});
