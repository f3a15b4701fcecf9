import type { Settings } from "../env.ts";
import { askShopify } from "./ask-shopify.ts";
import type { ShopifyApp } from "./shopify-app.ts";

/** Our app at Shopify, with the way to ask it; undefined when the owner has made none. */
export function openShopify(keys: Settings["shopify"]): ShopifyApp | undefined {
  if (keys === undefined) return undefined;
  const { apiKey, secret, adminUrl } = keys;
  return { apiKey, secret, admin: askShopify(keys, adminUrl === undefined ? undefined : () => adminUrl) };
}
