import type { Result } from "@ringtrail/core";

/** Our app at Shopify, as the owner made it there. Its secret signs everything Shopify sends. Never logged. */
export interface ShopifyApp {
  readonly apiKey: string;
  readonly secret: string;
  readonly admin: ShopifyAdmin;
}

/** Shopify did not do what it was asked. */
export interface ShopifyRefused {
  readonly code: "shopify_refused";
}

/** What a shop's embed and pixel are told. */
export interface ShopConfig {
  /** The site's public key. */
  readonly site: string;
  /** Where its pages find us: a path of the shop's own, which Shopify forwards. */
  readonly server: string;
  /** In healthcare mode the embed loads what counts pages, too. */
  readonly isHealthcare: boolean;
}

/** What we ask of Shopify. */
export interface ShopifyAdmin {
  /** Changes a session token for a key of the shop that lasts (token exchange). */
  exchange(domain: string, sessionToken: string): Promise<Result<string, ShopifyRefused>>;
  /** Writes the configuration into the app's own metafields, which the embed reads, and starts the pixel. */
  configure(domain: string, token: string, config: ShopConfig): Promise<Result<undefined, ShopifyRefused>>;
}

/** A shop's permanent name; undefined for any other text. A name of anybody else's may not get our key. */
export function readShopDomain(text: string | undefined): string | undefined {
  const lower = text?.toLowerCase();
  return lower !== undefined && /^[a-z0-9][a-z0-9-]{0,59}\.myshopify\.com$/.test(lower) ? lower : undefined;
}
