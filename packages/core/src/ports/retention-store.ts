import type { AccountId, CallId, VisitId, VisitorId } from "../ids.ts";
import type { RetentionWish } from "../retention/retention-rules.ts";
import type { Instant } from "../time.ts";

/** Something must be kept, whatever is due or wished: a court, an authority or a lawyer asked for it. */
export interface LegalHold {
  /** A UUID. */
  readonly id: string;
  /** Whose caller and recordings are held; undefined holds everything of the account. */
  readonly call: CallId | undefined;
  readonly reason: string;
  /** `user:<id>` or `key:<id>`. */
  readonly placedBy: string;
  readonly placedAt: Instant;
}

/** What a round of forgetting did. */
export interface RetentionRun {
  readonly at: Instant;
  readonly visitors: number;
  readonly callers: number;
  readonly recordings: number;
  /** Calls to sites in healthcare mode that went with their caller; other calls stay as figures. Absent in older rounds. */
  readonly careCalls?: number | undefined;
  /** Calls whose caller or recordings were due and stayed, because they are held. */
  readonly held: number;
}

/** How long what is kept, what is held, and what was forgotten. */
export interface RetentionStore {
  retention(account: AccountId): Promise<RetentionWish>;
  saveRetention(account: AccountId, wish: RetentionWish): Promise<void>;
  /** The last round; undefined before the first. */
  lastRetentionRun(account: AccountId): Promise<RetentionRun | undefined>;
  noteRetentionRun(account: AccountId, run: RetentionRun): Promise<void>;
  /** The account's holds, the newest first. */
  holds(account: AccountId): Promise<readonly LegalHold[]>;
  placeHold(account: AccountId, hold: LegalHold): Promise<void>;
  /** False when the account has no such hold. */
  releaseHold(account: AccountId, id: string): Promise<boolean>;
  /** Visitors whose last visit began earlier, at most `limit`. */
  visitorsBefore(account: AccountId, before: Instant, limit: number): Promise<readonly VisitorId[]>;
  /** A visitor's visits, the newest first, at most 50. */
  visitsOfVisitor(account: AccountId, visitor: VisitorId): Promise<readonly VisitId[]>;
}
