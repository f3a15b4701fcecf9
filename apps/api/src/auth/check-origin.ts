import { ownOrigins } from "../http/allow-origins.ts";

/** The headers that tell which page a request comes from. */
export interface PageHeaders {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

/**
 * Says whether a request that acts with a person's cookie comes from one of our own pages. Browsers name the origin of
 * every request that changes something; where it is missing, only their word that the page is ours will do.
 */
export function isOwnPage({ origin, fetchSite }: PageHeaders, publicUrl: string): boolean {
  if (origin !== undefined) return ownOrigins(publicUrl).includes(origin);
  return fetchSite === "same-origin";
}
