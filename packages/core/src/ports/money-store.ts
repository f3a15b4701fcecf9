import type { AdCost, ReportTouch } from "../attribution/report/report-call.ts";
import type { Touch } from "../attribution/touch.ts";
import type { Probability } from "../attribution/call-match.ts";
import type { AccountId, CallId, NumberId, SiteId, VisitId, VisitorId } from "../ids.ts";
import type { Instant } from "../time.ts";

/** What a call was worth, as somebody said or an order tells. */
export interface CallValue {
  /** In millionths of the currency. */
  readonly micros: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** What became of lines of cost. */
export interface CostsKept {
  readonly added: number;
  /** Lines that were there already and now say what was told last. */
  readonly replaced: number;
}

/** Days, both included; without a site the whole account. */
export interface CostQuery {
  readonly site?: SiteId | undefined;
  /** `2026-11-01` */
  readonly from: string;
  readonly to: string;
}

/** Calls or visits of a time, its start included and its end not. */
export interface ReportPeriod {
  readonly site?: SiteId | undefined;
  readonly from: Instant;
  readonly before: Instant;
}

/** Who may have made a call, with the way they had come by then. */
export interface CreditableCaller {
  readonly visit: VisitId;
  /** Undefined when the visitor was forgotten. */
  readonly visitor: VisitorId | undefined;
  readonly probability: Probability;
  readonly touches: readonly [ReportTouch, ...ReportTouch[]];
}

/** A call with everything its credit hangs on. */
export interface CreditableCall {
  readonly id: CallId;
  /** Undefined where it stands for one call of a published count of a site in healthcare mode. */
  readonly number: NumberId | undefined;
  readonly rangAt: Instant;
  /** As somebody said; then it stands in place of the orders. */
  readonly value: CallValue | undefined;
  /** What is left of each order that is of this call. */
  readonly orders: readonly CallValue[];
  readonly sourceTouch: Touch | undefined;
  /** Most probable first; empty as long as the call is not judged. */
  readonly callers: readonly CreditableCaller[];
  readonly returning: Probability;
}

/** The visits of one visitor within a time, oldest first. */
export interface VisitorPath {
  readonly visitor: VisitorId;
  readonly touches: readonly [ReportTouch, ...ReportTouch[]];
}

/** What calls cost and what they were worth. For people at a desk: no page and no call waits for it. */
export interface MoneyStore {
  /**
   * Keeps lines of cost of one import. A line that is there from an earlier import is replaced; lines of one import
   * that say the same of themselves are added up. So a file that is imported twice counts once.
   *
   * @throws when the account has no such site.
   */
  saveCosts(account: AccountId, site: SiteId, importId: string, costs: readonly AdCost[]): Promise<CostsKept>;
  /** Costs by day, source, medium, campaign, keyword, landing page and currency; `line` is left empty. */
  costs(account: AccountId, query: CostQuery): Promise<readonly AdCost[]>;
  /** Says what a call was worth, or with undefined that nobody knows. False when the account has no such call. */
  setValue(account: AccountId, call: CallId, value: CallValue | undefined, at: Instant): Promise<boolean>;
  valueOf(account: AccountId, call: CallId): Promise<CallValue | undefined>;
  /**
   * The calls of a time by when they rang, oldest first, in parts. Of a site in healthcare mode those that were counted in
   * it, after all others: on the last day of their period, by the way they came, and with nothing that tells one of them from another.
   */
  creditable(account: AccountId, period: ReportPeriod): AsyncIterable<readonly CreditableCall[]>;
  /** Every visitor with a visit that began in a time, and their visits of that time, in parts. */
  visitorPaths(account: AccountId, period: ReportPeriod): AsyncIterable<readonly VisitorPath[]>;
}
