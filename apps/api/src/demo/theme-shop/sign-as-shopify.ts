import { createHmac, randomUUID } from "node:crypto";
import { demoShopDomain } from "./demo-shop.ts";

/** The query Shopify adds to a request that it forwards from a shop's own path. */
export function signedQuery(secret: string, now: number): string {
  const query = {
    logged_in_customer_id: "",
    path_prefix: "/apps/ringtrail",
    shop: demoShopDomain,
    timestamp: String(Math.floor(now / 1_000)),
  };
  const text = Object.entries(query)
    .map(([key, value]) => `${key}=${value}`)
    .toSorted()
    .join("");
  const signature = createHmac("sha256", secret).update(text).digest("hex");
  return new URLSearchParams({ ...query, signature }).toString();
}

/** The headers Shopify sends with a webhook. */
export function webhookHeaders(secret: string, topic: string, body: string): Record<string, string> {
  return {
    "content-type": "application/json",
    "x-shopify-topic": topic,
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
    "x-shopify-shop-domain": demoShopDomain,
    "x-shopify-webhook-id": randomUUID(),
  };
}
