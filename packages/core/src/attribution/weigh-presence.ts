import type { Milliseconds } from "../time.ts";
import { onPageMs, presenceAges, type CallParameters } from "./call-parameters.ts";

/** What tells whether a visit is still on its page. */
export interface Presence {
  readonly seenAgoMs: Milliseconds;
  readonly hiddenAgoMs?: Milliseconds | undefined;
}

/** True when the visit gave a sign of life just now and has not hidden the page since. */
export function isOnPage({ seenAgoMs, hiddenAgoMs }: Presence): boolean {
  return seenAgoMs <= onPageMs && hiddenAgoMs === undefined;
}

/** How many visits of this age are still on the page: from 0 to 1. */
export function presentAt({ present }: CallParameters["onPage"], shownAgoMs: Milliseconds): number {
  for (let place = 0; place < presenceAges.length; place += 1) {
    if (shownAgoMs <= (presenceAges[place] ?? 0)) return present[place] ?? 0;
  }
  return 0;
}

/**
 * How much likelier a call is from a visit that is on its page, or that is not, in relation to any visit of its age.
 * Over all visits of an age it changes nothing.
 */
export function presenceWeight(onPage: CallParameters["onPage"], shownAgoMs: Milliseconds, isThere: boolean): number {
  const present = presentAt(onPage, shownAgoMs);
  return (isThere ? onPage.weight : 1) / (present * onPage.weight + 1 - present);
}
