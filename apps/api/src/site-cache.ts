import type { Instant, Milliseconds } from "@ringtrail/core";
import type { SiteDirectory, SiteSettings } from "@ringtrail/core/ports";

/** A change of a site's settings is seen this late at most. */
const freshMs: Milliseconds = 5_000;
const mostSites = 1_000;

interface Kept {
  readonly at: Instant;
  readonly site: Promise<SiteSettings | undefined>;
}

/**
 * Remembers sites by key for some seconds, unknown keys too: every page view asks for the same few rows. Requests that
 * come together share one read.
 */
export function cacheSites(
  directory: Pick<SiteDirectory, "siteByKey">,
  now: () => Instant,
): (key: string) => Promise<SiteSettings | undefined> {
  const kept = new Map<string, Kept>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined && now() - known.at < freshMs) return known.site;
    const site = directory.siteByKey(key);
    kept.delete(key);
    kept.set(key, { at: now(), site });
    if (kept.size > mostSites) kept.delete(kept.keys().next().value ?? "");
    // A failed read is not remembered; whoever asked hears of it.
    site.catch(() => kept.delete(key));
    return site;
  };
}
