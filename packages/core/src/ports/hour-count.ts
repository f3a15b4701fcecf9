import type { NumberId, SiteId } from "../ids.ts";
import type { Instant } from "../time.ts";

/** How many visits of a site, or calls to a number, began in one clock hour (UTC). Hours without any are not listed. */
export interface HourCount<Id extends SiteId | NumberId> {
  readonly of: Id;
  readonly hour: Instant;
  readonly count: number;
}
