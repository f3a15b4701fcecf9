import type { VisitId } from "../../ids.ts";
import { after, between, day, type Instant, type Milliseconds } from "../../time.ts";
import type { Touch } from "../touch.ts";
import type { CallerPath, ReportTouch } from "./report-call.ts";

/** A visit that began longer before the ring has no part in the call. */
export const pathWindowMs: Milliseconds = 90 * day;

/** A visit as a store tells it. */
export interface VisitOnPath {
  readonly visit: VisitId;
  readonly startedAt: Instant;
  readonly touch: Touch;
  readonly landingPath: string;
}

/**
 * The way a visitor had come when one of their visits called: their visits up to that one, oldest first. A visit that
 * was forgotten stands alone with the touch the call kept.
 *
 * @param theirs all visits of the visitor, in any order.
 */
export function pathToCall(
  candidate: { readonly visit: VisitId; readonly touch: Touch },
  theirs: readonly VisitOnPath[],
  rangAt: Instant,
): CallerPath["touches"] {
  const caller = theirs.find(({ visit }) => visit === candidate.visit);
  if (caller === undefined) return [{ touch: candidate.touch, landingPath: undefined, agoMs: 0 }];
  const earliest = after(rangAt, -pathWindowMs);
  const before = theirs.filter(
    ({ visit, startedAt }) => visit !== caller.visit && startedAt < caller.startedAt && startedAt >= earliest,
  );
  return wayOf([caller, ...before], rangAt);
}

/** Visits as the way to an instant, oldest first. Nobody without a visit has a way. */
export function wayOf(visits: readonly [VisitOnPath, ...VisitOnPath[]], until: Instant): CallerPath["touches"] {
  const [first, ...more] = visits.toSorted(byStart);
  const seen = ({ touch, landingPath, startedAt }: VisitOnPath): ReportTouch => {
    return { touch, landingPath, agoMs: Math.max(0, between(startedAt, until)) };
  };
  return [seen(first ?? visits[0]), ...more.map(seen)];
}

/** Oldest first; of two that began at once by their ids, so that the order is always the same. */
function byStart(a: VisitOnPath, b: VisitOnPath): number {
  return a.startedAt - b.startedAt || (a.visit < b.visit ? -1 : 1);
}
