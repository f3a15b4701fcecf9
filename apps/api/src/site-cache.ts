import type { Instant, Milliseconds } from "@ringtrail/core";
import type { SiteDirectory, SiteSettings } from "@ringtrail/core/ports";

/** A change of a site's settings is seen this late at most. */
const freshMs: Milliseconds = 5_000;
/** From this age on a site is read anew beforehand, so that a busy site's pages never wait for it. */
const renewMs: Milliseconds = 3_000;
const mostSites = 1_000;

interface Kept {
  readonly at: Instant;
  readonly site: Promise<SiteSettings | undefined>;
  isRenewed?: true;
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
  const keep = (key: string, one: Kept): void => {
    kept.delete(key);
    kept.set(key, one);
    if (kept.size > mostSites) kept.delete(kept.keys().next().value ?? "");
  };
  const renew = (key: string, known: Kept): void => {
    known.isRenewed = true;
    const one = { at: now(), site: directory.siteByKey(key) };
    // The old one answers meanwhile, and on when the read fails.
    one.site.then(() => keep(key, one)).catch(() => undefined);
  };
  return (key) => {
    const known = kept.get(key);
    const age = known === undefined ? Infinity : now() - known.at;
    if (known !== undefined && age < freshMs) {
      if (age >= renewMs && known.isRenewed !== true) renew(key, known);
      return known.site;
    }
    const site = directory.siteByKey(key);
    keep(key, { at: now(), site });
    // A failed read is not remembered; whoever asked hears of it.
    site.catch(() => kept.delete(key));
    return site;
  };
}
