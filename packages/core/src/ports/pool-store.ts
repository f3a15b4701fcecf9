import type { AccountId, NumberId, PoolId, SiteId, VisitId, VisitorId } from "../ids.ts";
import type { Permission } from "../consent/permission.ts";
import type { LeasePlan } from "../number-pool/plan-lease.ts";
import type { Lease, Lent, NumberPool } from "../number-pool/pool.ts";
import type { Landing, Touch } from "../attribution/touch.ts";
import type { E164 } from "../phone-number.ts";
import type { Instant } from "../time.ts";

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
  readonly pool: PoolId | undefined;
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
}

/** Numbers and who holds them. Races are settled here: every method is one statement. */
export interface PoolStore {
  /**
   * Stores the visit with its page view and touch if it is new, and carries out the plans: one answer per plan, in
   * order. The visit's own number first, then a free one, then the longest-rested, then a shared one, then its
   * source's. Correct under any number of processes.
   *
   * @throws when the account does not own the site, the pool or the visit's id: a broken promise of ours.
   */
  lend(account: AccountId, visit: NewVisit, plans: readonly LeasePlan[]): Promise<readonly Lent[]>;
  /** Makes the visit's leases firm and extends them. True when the visit holds at least one. */
  renew(account: AccountId, sign: SignOfLife): Promise<boolean>;
  /** Numbers a visitor was shown before, newest first: the ones a returning visitor gets again if nobody holds them. */
  formerNumbers(
    account: AccountId,
    visitor: VisitorId,
  ): Promise<readonly { readonly pool: PoolId; readonly number: NumberId }[]>;
  poolsOf(account: AccountId): Promise<readonly NumberPool[]>;
  states(account: AccountId, now: Instant): Promise<readonly NumberState[]>;
}
