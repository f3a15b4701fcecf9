import type { Instant } from "@ringtrail/core";
import { jwtVerify } from "jose";
import { z } from "zod";
import { readShopDomain, type ShopifyApp } from "./shopify-app.ts";

/** Who looks at our page inside Shopify. */
export interface ShopifySession {
  readonly domain: string;
  /** Shopify's id of the person. */
  readonly user: string;
}

const Claims = z.object({ iss: z.url(), dest: z.url(), sub: z.string().min(1) });

/**
 * Reads the token App Bridge gives our page for every request: signed with our secret, for our app, by the shop it names,
 * and not over. Undefined when any of it does not fit. What the library says is dropped: it may hold the token.
 */
export async function readSessionToken(
  { apiKey, secret }: Pick<ShopifyApp, "apiKey" | "secret">,
  authorization: string | undefined,
  now: Instant,
): Promise<ShopifySession | undefined> {
  const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
  if (token === undefined) return undefined;
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ["HS256"],
      audience: apiKey,
      requiredClaims: ["exp", "nbf", "iss", "dest", "sub"],
      currentDate: new Date(now),
      clockTolerance: 10,
    });
    const claims = Claims.parse(payload);
    const shop = new URL(claims.dest).hostname;
    const domain = new URL(claims.iss).hostname === shop ? readShopDomain(shop) : undefined;
    return domain === undefined ? undefined : { domain, user: claims.sub };
  } catch {
    return undefined;
  }
}
