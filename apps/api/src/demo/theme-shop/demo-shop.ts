import { randomBytes } from "node:crypto";
import type { ShopifyKeys } from "../../env.ts";

/** The shop of the demo's plumber, as Shopify would name it. */
export const demoShopDomain = "bright-pipe-supply.myshopify.com";

/** An app at a Shopify of our own, for as long as this process lives: nobody else knows its secret. */
export function makeDemoShopKeys(): ShopifyKeys {
  // Its shop is connected by the demo itself, so nothing of it is ever installed over this address.
  return { apiKey: "demo", secret: randomBytes(32).toString("base64url"), adminUrl: "http://127.0.0.1:9" };
}
