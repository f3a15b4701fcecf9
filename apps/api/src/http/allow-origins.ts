import type { SiteSettings } from "@ringtrail/core/ports";

const loopback = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Says whether a page of this origin may use the site's key: the owner's list, and our own pages (the demo shop). On
 * a loopback address all its names count as one.
 */
export function isAllowedOrigin(origin: string, site: Pick<SiteSettings, "origins">, publicUrl: string): boolean {
  return site.origins.includes(origin) || ownOrigins(publicUrl).includes(origin);
}

/** The origins of our own pages. */
export function ownOrigins(publicUrl: string): readonly string[] {
  const own = new URL(publicUrl);
  if (!loopback.includes(own.hostname)) return [own.origin];
  return loopback.map((name) => `${own.protocol}//${name}${own.port && `:${own.port}`}`);
}
