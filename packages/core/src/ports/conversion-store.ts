import type { ClickIdKind, CreditedCall } from "../attribution/conversions/conversion.ts";
import type { ToldConversion } from "../attribution/conversions/plan-conversion-steps.ts";
import type { AccountId } from "../ids.ts";
import type { Instant, Milliseconds } from "../time.ts";
import type { ReportPeriod } from "./money-store.ts";

/** Calls of a time, with the clicks of one platform. */
export interface CreditedQuery extends ReportPeriod {
  /** The platform's own click ids, the one it prefers first. */
  readonly clickIds: readonly ClickIdKind[];
  /** How long before the ring a click counts. */
  readonly windowMs: Milliseconds;
}

/** What ad platforms were told, and what there is to tell them. For rounds and people at a desk. */
export interface ConversionStore {
  /**
   * Judged calls of a time by when they rang, oldest first, in parts, with the stored visits that may have made them.
   * Calls flagged as spam are left out. Who called is not part of it: that lies in the care tables.
   */
  creditedCalls(account: AccountId, query: CreditedQuery): AsyncIterable<readonly CreditedCall[]>;
  /** What this receiver was told of calls that rang since. @param to a destination, or a file somebody uploads. */
  told(account: AccountId, to: string, since: Instant): Promise<readonly ToldConversion[]>;
  /** Keeps what a receiver was told in place of what it was told before of the same conversions. */
  keepTold(account: AccountId, to: string, told: readonly ToldConversion[], at: Instant): Promise<void>;
}
