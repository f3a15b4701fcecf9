import { createHmac, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Instant } from "@ringtrail/core";
import { SignJWT } from "jose";
import { onTestFinished } from "vitest";
import { z } from "zod";
import { askShopify } from "../src/shopify/ask-shopify.ts";
import type { ShopifyApp } from "../src/shopify/shopify-app.ts";

export const shopDomain = "copper-kettle.myshopify.com";
export const appKeys = { apiKey: "test-key", secret: "shpss_test-secret" } as const;

const Metafields = z.object({ metafields: z.array(z.object({ key: z.string(), value: z.string() })) });

/** What the fake Shopify was asked. */
export interface AskedOfShopify {
  readonly path: string;
  readonly token: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A shop's Admin API over real HTTP, as its documents say it answers: token exchange and two GraphQL operations. */
export async function aShopify(answers: { readonly isRefusing?: boolean } = {}): Promise<{
  readonly app: ShopifyApp;
  readonly asked: readonly AskedOfShopify[];
  readonly url: string;
  /** What the app's metafields say, which the embed reads. */
  readonly configured: () => { readonly site: string; readonly server: string };
}> {
  const asked: AskedOfShopify[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Record<string, unknown>;
    asked.push({ path: request.url ?? "", token: request.headers["x-shopify-access-token"]?.toString(), body });
    response.setHeader("content-type", "application/json");
    if (answers.isRefusing === true)
      return response.writeHead(400).end(JSON.stringify({ error: "invalid_subject_token" }));
    if (request.url === "/admin/oauth/access_token")
      return response.end('{"access_token":"shpat_1","scope":"read_orders"}');
    if (String(body["query"]).startsWith("query"))
      return response.end('{"data":{"currentAppInstallation":{"id":"gid://shopify/AppInstallation/1"}}}');
    return response.end('{"data":{"metafieldsSet":{"userErrors":[]},"webPixelCreate":{"userErrors":[]}}}');
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => new Promise<void>((closed) => void server.close(() => closed())));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const configured = () => {
    const { metafields } = Metafields.parse(asked.at(-1)?.body["variables"]);
    const valueOf = (wanted: string) => metafields.find(({ key }) => key === wanted)?.value ?? "";
    return { site: valueOf("site"), server: valueOf("server") };
  };
  return { app: { ...appKeys, admin: askShopify(appKeys, () => url) }, asked, url, configured };
}

/** The headers Shopify sends with a webhook. */
export function webhookHeaders(
  topic: string,
  body: string,
  over: { readonly id?: string; readonly domain?: string; readonly secret?: string } = {},
): Record<string, string> {
  const { id = randomUUID(), domain = shopDomain, secret = appKeys.secret } = over;
  return {
    "content-type": "application/json",
    "x-shopify-topic": topic,
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
    "x-shopify-shop-domain": domain,
    "x-shopify-webhook-id": id,
  };
}

/** The query of a request Shopify forwards. */
export function proxyQuery(now: Instant, over: Readonly<Record<string, string>> = {}): string {
  const query: Record<string, string> = {
    shop: shopDomain,
    path_prefix: "/apps/ringtrail",
    timestamp: String(Math.floor(now / 1000)),
    logged_in_customer_id: "",
    ...over,
  };
  const text = Object.entries(query)
    .map(([key, value]) => `${key}=${value}`)
    .toSorted()
    .join("");
  const signature = createHmac("sha256", appKeys.secret).update(text).digest("hex");
  return new URLSearchParams({ ...query, signature }).toString();
}

/** A session token as App Bridge gives one. */
export function sessionToken(
  now: Instant,
  claims: Readonly<Record<string, unknown>> = {},
  secret: string = appKeys.secret,
): Promise<string> {
  const seconds = Math.floor(now / 1000);
  return new SignJWT({
    iss: `https://${shopDomain}/admin`,
    dest: `https://${shopDomain}`,
    aud: appKeys.apiKey,
    sub: "42",
    exp: seconds + 60,
    nbf: seconds - 1,
    iat: seconds,
    ...claims,
  })
    .setProtectedHeader({ alg: "HS256" })
    .sign(new TextEncoder().encode(secret));
}

/** An order as Shopify's webhooks tell it, as far as it matters here. */
export function shopifyOrder(over: Readonly<Record<string, unknown>> = {}): string {
  const text = JSON.stringify({
    id: "@sample",
    name: "#1001",
    created_at: "2026-03-02T11:00:00-00:00",
    updated_at: "2026-03-02T11:00:00-00:00",
    cancelled_at: null,
    currency: "USD",
    total_price: "120.00",
    source_name: "web",
    note_attributes: [{ name: "gift", value: "yes" }],
    refunds: [],
    customer: { id: 7, phone: "+14155550123", email: "ann@shop.example" },
    ...over,
  });
  return text.replaceAll('"@sample"', sampleId);
}

/** The id of the order in Shopify's own sample, which no JavaScript number can hold. */
export const sampleId = "820982911946154508";
