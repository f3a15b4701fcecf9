import type { NumberId, PoolId, VisitId } from "../ids.ts";
import { after, type Instant } from "../time.ts";
import type { Area, NumberPool, Slice } from "./pool.ts";
import { slicesFor } from "./slices-for.ts";

/** What the plan needs to know of a visit. */
export interface VisitToServe {
  readonly id: VisitId;
  readonly channel: Slice;
  /** A real interaction on a visible page has been proved with the visit's token. */
  readonly isFirm: boolean;
  /** The number of the visit's source for this target, if the site has one. */
  readonly sourceNumber: NumberId | undefined;
  /** The visitor was here before: a number they were shown then is lent again if nobody holds it. */
  readonly isReturning: boolean;
  /** Those of the pool's areas that lie where the visitor is (`areasNear`). */
  readonly near: readonly Area[];
}

/** Where one visit's number may come from, in order, and for how long. The store carries it out in one statement. */
export interface LeasePlan {
  readonly pool: PoolId;
  readonly visit: VisitId;
  readonly slices: readonly Slice[];
  /** Of a slice's free numbers, those that begin so go first. Empty: none is preferred. */
  readonly near: readonly Area[];
  readonly mayShare: boolean;
  readonly firm: boolean;
  /** Whether the visitor may have been shown numbers before. The store looks them up within the one statement. */
  readonly isReturning: boolean;
  /** Shown when the pool gives nothing; undefined means the page's own number. */
  readonly sourceNumber: NumberId | undefined;
  readonly now: Instant;
  /** A number unlent since this instant or earlier counts as free, a later one as resting. */
  readonly freeSince: Instant;
  readonly until: Instant;
}

/**
 * Says where one visit's number may come from, in order of preference, and for how long.
 *
 * Each channel has its own slice of the pool, so a call's source is exact even when its visit is not; numbers of the
 * slice `paid` are kept back for clicks that were paid for. Within a slice a free number of the visitor's own area goes
 * first, because people answer and trust numbers of their own; the slice and the rest of a number count more. Scarce is
 * no reason to refuse: a shared number still tells more than none, because credit is a probability.
 */
export function planLease(pool: NumberPool, visit: VisitToServe, now: Instant): LeasePlan {
  return {
    pool: pool.id,
    visit: visit.id,
    slices: slicesFor(visit.channel).filter((slice) => pool.slices.includes(slice)),
    near: visit.near,
    mayShare: !pool.exclusive,
    firm: visit.isFirm,
    isReturning: visit.isReturning,
    sourceNumber: visit.sourceNumber,
    now,
    freeSince: after(now, -pool.restMs),
    until: after(now, visit.isFirm ? pool.graceMs : pool.provisionalMs),
  };
}
