import type { CallSummary } from "@ringtrail/core/ports";
import { sign } from "@ringtrail/telephony/twilio";
import { browser, pageOrigin, type TestApp } from "./test-app.ts";

/** The body of a swap as the seeded shop's page sends it; the visitor said yes. */
export function aSwap({ shop }: TestApp, over: Readonly<Record<string, unknown>> = {}): object {
  return {
    site: shop.siteKey,
    consent: { choice: "granted", optOutSignal: false },
    page: { url: `${pageOrigin}/?gclid=test-1`, referrer: "", title: "Home" },
    targets: [shop.target],
    device: "phone",
    ...over,
  };
}

/** Sends a body as a page does: text, with the page's origin and an ordinary browser's name. */
export function post(
  { app }: TestApp,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return Promise.resolve(
    app.request(path, {
      method: "POST",
      body: text,
      headers: { origin: pageOrigin, "user-agent": browser, "content-type": "text/plain", ...headers },
    }),
  );
}

/** Knocks as the carrier does: a signed form. `path` begins at the connection. */
export function ring(
  { app, shop, deps }: TestApp,
  moment: string,
  fields: Readonly<Record<string, string>>,
  over: { readonly signature?: string; readonly secret?: string } = {},
): Promise<Response> {
  const path = `/carriers/twilio/${shop.connection}/${moment}`;
  const body = new URLSearchParams({
    CallSid: "CA1",
    From: "+12065550123",
    To: shop.source.e164,
    ...fields,
  }).toString();
  const secret = over.secret ?? `secret ${shop.siteKey.replace("shop-", "")}`;
  const signature = over.signature ?? sign(`${deps.server.publicUrl}${path}`, body, secret);
  return Promise.resolve(
    app.request(path, {
      method: "POST",
      body,
      headers: { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature },
    }),
  );
}

/** Every call the shop has, newest first. */
export async function storedCalls({ world, shop }: Pick<TestApp, "world" | "shop">): Promise<readonly CallSummary[]> {
  const page = await world.calls.list(shop.account, { cursor: undefined, limit: 100 });
  return page.ok ? page.value.calls : [];
}
