import type { AccountId, NumberId, PoolId, SiteId, TargetNumberId, VisitId } from "../ids.ts";
import type { E164 } from "../phone-number.ts";
import type { Instant, Milliseconds } from "../time.ts";

/** The name of a channel: `paid_search`, `organic_search`, `direct` and so on. Each has its own slice of a pool. */
export type Slice = string;

/** How a North American number begins: country code and area code, `+1415`. */
export type Area = string;

/** A set of tracking numbers that stand in for one target number. */
export interface NumberPool {
  readonly id: PoolId;
  readonly account: AccountId;
  readonly site: SiteId;
  readonly target: TargetNumberId;
  /** No two live visits ever hold one number; when none is left the visit gets its source's number. */
  readonly exclusive: boolean;
  /** Slices that own at least one number. Numbers of slice `any` serve every channel. */
  readonly slices: readonly Slice[];
  /** Areas that own at least one number. */
  readonly areas: readonly Area[];
  /** How long a lease lives without proof of life. Default 5 s. */
  readonly provisionalMs: Milliseconds;
  /** How long a lease lives after the last sign of life. Default 5 min. */
  readonly graceMs: Milliseconds;
  /** After this long unlent a number counts as free, before it as resting. Default 24 h. */
  readonly restMs: Milliseconds;
}

/** How a visit came by the number it was shown, best first. Recorded on the impression. */
export type ShownHow =
  /** The visit already held it, or the same visitor was shown it before and nobody else holds it now. */
  | "kept"
  /** Nobody else holds it; it had rested its time. */
  | "free"
  /** Nobody else holds it; it was lent before its rest was over. */
  | "resting"
  /** Another live visit holds it too: the call's credit will be shared by probability. */
  | "shared"
  /** The number of the visit's source, which needs no visitor. */
  | "source"
  /** The page's own number: nothing was swapped. */
  | "own";

/** Where a number is in its life now. Worked out from the lease, never stored. */
export type LeaseState = "provisional" | "active" | "grace" | "resting" | "free";

/** One number's present lease, as the store keeps it. */
export interface Lease {
  readonly number: NumberId;
  readonly visit: VisitId | undefined;
  /** A beacon with the visit's token has shown a visible page and a real interaction. */
  readonly firm: boolean;
  readonly lastSeenAt: Instant | undefined;
  /** The lease ends here unless a sign of life comes first. */
  readonly until: Instant | undefined;
}

/** What a visit was given. */
export interface Lent {
  readonly how: ShownHow;
  /** Undefined when `how` is `own`. */
  readonly number: { readonly id: NumberId; readonly e164: E164 } | undefined;
  /** When the lease ends without a sign of life; undefined when nothing was lent. */
  readonly until: Instant | undefined;
}
