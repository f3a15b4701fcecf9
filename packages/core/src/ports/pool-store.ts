import type { AccountId, NumberId, PoolId, SiteId, VisitId, VisitorId } from "../ids.ts";
import type { Permission } from "../consent/permission.ts";
import type { LeasePlan } from "../number-pool/plan-lease.ts";
import type { Arrivals } from "../number-pool/measure-demand.ts";
import type { Lease, Lent, NumberPool, ShownHow } from "../number-pool/pool.ts";
import type { Landing, Touch } from "../attribution/touch.ts";
import type { E164 } from "../phone-number.ts";
import type { Instant } from "../time.ts";

/** What a visit was shown in place of one target number. */
export interface Impression {
  readonly pool: PoolId;
  /** Undefined when `how` is `own`. */
  readonly number: NumberId | undefined;
  readonly how: ShownHow;
  /** When it was first shown. */
  readonly at: Instant;
}

/** A page of the site as a visit saw it. */
export interface PageView {
  readonly path: string;
  readonly title: string;
  readonly at: Instant;
}

/** A visit as it is first stored. It cannot be stored without the visitor's permission. */
export interface NewVisit {
  readonly id: VisitId;
  readonly visitor: VisitorId;
  readonly site: SiteId;
  readonly permission: Permission;
  readonly landing: Landing;
  readonly touch: Touch;
  readonly device: "phone" | "tablet" | "computer";
  readonly page: PageView;
}

/** One number with its lease and, for screens, who it is lent to. */
export interface NumberState {
  readonly number: NumberId;
  readonly e164: E164;
  /** Undefined for a source number, which is never lent. */
  readonly pool: PoolId | undefined;
  /** The number's slice of its pool; for a source number the channel of its touch. */
  readonly slice: string;
  readonly lease: Lease;
  /** Live visits that were shown the number besides its holder. */
  readonly sharers: number;
}

/** A proved sign of life of a visit. */
export interface SignOfLife {
  readonly visit: VisitId;
  readonly now: Instant;
  /** The end of the leases the visit holds, if later than it is now. */
  readonly until: Instant;
  /** A mere heartbeat: it keeps a firm lease alive and makes none firm, so an unattended page cannot drain a pool. */
  readonly onlyIfFirm?: boolean | undefined;
}

/** Numbers and who holds them. Races are settled here: every method is one statement. */
export interface PoolStore {
  /**
   * Stores the visit, with its touch and first page, if it is new, and carries out the plans: one answer per plan, in
   * order. Correct under any number of processes. Later pages are told to the visit store: a page may ask for its
   * numbers more than once.
   *
   * The visit's own number first, then for a returning visitor the number they were shown last among those that nobody
   * holds and that lie in the plan's slices (both are `kept`), then slice by slice a free number near the visitor, else
   * the longest-rested number nobody holds (`free` or `resting`), then slice by slice the one whose turn it is to be shared (by its E.164, after the one
   * shared last), then the source's number, then the page's own. A visit that shares a number is shown the same number
   * again. Every answer is kept as an impression.
   *
   * @throws when the account does not own the site or the pool: a broken promise of ours.
   */
  lend(account: AccountId, visit: NewVisit, plans: readonly LeasePlan[]): Promise<readonly Lent[]>;
  /**
   * Makes the visit's leases firm and extends them, also one that has run out if nobody else was lent its number
   * since. Never shortens one. With `onlyIfFirm` a provisional lease stays as it is. True when the visit still holds
   * or shares at least one number.
   */
  renew(account: AccountId, sign: SignOfLife): Promise<boolean>;
  poolsOf(account: AccountId): Promise<readonly NumberPool[]>;
  states(account: AccountId, now: Instant): Promise<readonly NumberState[]>;
  /**
   * Visits that came for numbers since then and gave a sign of life, by pool, hour and channel. A visit without one held
   * a number for seconds and is not counted. For people at a desk: no page waits for it.
   */
  arrivals(account: AccountId, since: Instant): Promise<readonly Arrivals[]>;
}
