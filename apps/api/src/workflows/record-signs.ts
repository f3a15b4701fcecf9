import type { Beacon, BeaconEvent } from "@ringtrail/api-contract";
import {
  after,
  err,
  hour,
  instant,
  ok,
  parseId,
  type Instant,
  type NumberId,
  type Result,
  type VisitId,
} from "@ringtrail/core";
import type { SiteSettings, VisitSign } from "@ringtrail/core/ports";
import { defaultLengths } from "@ringtrail/core/number-pool";
import type { Deps } from "../deps.ts";
import { parseLanding } from "../parse-landing.ts";
import { isVisitToken } from "../visit-token.ts";

/** A page's clock counts from when it sent the beacon; an age beyond this is a mistake. */
const oldestMs = 6 * hour;

/**
 * Keeps what a page reports of its visit: what it saw in one statement, and the lease's life in another. A real
 * interaction makes the lease firm, a heartbeat only keeps a firm one alive. The token must fit: without it anybody
 * could keep numbers from others.
 */
export async function recordSigns(
  deps: Deps,
  { site, beacon, network }: { readonly site: SiteSettings; readonly beacon: Beacon; readonly network: string },
): Promise<Result<undefined, { readonly code: "token_invalid" } | { readonly code: "visit_unknown" }>> {
  // A visit of before the mode: what it tells now is not kept.
  if (site.isHealthcare === true) return ok(undefined);
  const now = deps.now();
  const visit = parseId<VisitId>(beacon.visit);
  if (!visit.ok) return err({ code: "token_invalid" });
  const binding = { site: site.key, network, visit: visit.value };
  if (!isVisitToken(deps.secrets.visitToken, binding, now, beacon.token)) return err({ code: "token_invalid" });

  const isAlive = beacon.events.some(({ kind }) => kind === "alive" || kind === "interaction" || kind === "tap");
  const hasInteracted = beacon.events.some(({ kind }) => kind === "interaction" || kind === "tap");
  const graceMs = Math.max(...site.pools.map((pool) => pool.graceMs), defaultLengths.graceMs);
  const signs = beacon.events.flatMap((event) => signOf(event, now));
  const [isKnown] = await Promise.all([
    // A heartbeat leaves no row: the lease is all it touches.
    signs.length === 0 || deps.visits.append(site.account, visit.value, signs),
    isAlive &&
      deps.pools.renew(site.account, {
        visit: visit.value,
        now,
        until: after(now, graceMs),
        onlyIfFirm: !hasInteracted,
      }),
  ]);
  return isKnown ? ok(undefined) : err({ code: "visit_unknown" });
}

/** What is kept of an event; a heartbeat leaves no row. */
function signOf(event: BeaconEvent, now: Instant): readonly VisitSign[] {
  const at = instant(now - Math.min(event.ago, oldestMs));
  switch (event.kind) {
    case "page": {
      const landing = parseLanding(event.page.url, event.page.referrer);
      return landing ? [{ kind: "page", page: { path: landing.path, title: event.page.title, at } }] : [];
    }
    case "tap":
    case "copy":
    case "seen": {
      const number = parseId<NumberId>(event.number);
      return number.ok ? [{ kind: event.kind, number: number.value, at }] : [];
    }
    case "hidden":
      return [{ kind: "hidden", at }];
    case "alive":
    case "denied":
    case "interaction":
      return [];
  }
}
