import type { AdCost, ReportDimension } from "../attribution/report/report-call.ts";
import type { CreditSum } from "../attribution/report/credit-sum.ts";
import type { AccountId, SiteId } from "../ids.ts";
import type { CallValue } from "./money-store.ts";

/** Some days of the account's own time zone, both included; without a site the whole account. */
export interface DaysAsked {
  readonly site?: SiteId | undefined;
  /** `2026-11-01` */
  readonly from: string;
  readonly to: string;
}

/** How many calls there were. A call that goes on is neither answered nor missed yet. */
export interface CallsCounted {
  readonly calls: number;
  readonly answered: number;
  /** Ended without anybody having talked. */
  readonly missed: number;
  /** Of callers nobody knows an earlier call of. */
  readonly firstTime: number;
  /** Flagged as spam; they count among the others too. */
  readonly spam: number;
}

/** What an overview's rows may be about. */
export type OverviewDimension = Extract<ReportDimension, "channel" | "source" | "keyword" | "landing_page">;

/** A row of an overview, and what its calls were worth. */
export interface CreditEarned extends CreditSum {
  readonly earned: readonly CallValue[];
}

/** The calls of some days, added up. Credit is that of the visit that called: what the model `last` says. */
export interface OverviewFacts {
  /** Days without a call are left out. */
  readonly days: readonly ({ readonly day: string } & CallsCounted)[];
  /** Whose each day's calls are expected to be, by channel. */
  readonly channelDays: readonly ({ readonly day: string } & CreditSum)[];
  /** Every channel. */
  readonly channels: readonly CreditEarned[];
  /** The rows most calls are expected of, most first. */
  readonly top: Readonly<Record<Exclude<OverviewDimension, "channel">, readonly CreditEarned[]>>;
  /** What was paid: lines added up by what names a row of a dimension, the rest of each line left empty. */
  readonly paid: Readonly<Record<OverviewDimension, readonly AdCost[]>>;
}

/** Calls counted, and what they were worth and cost in all. */
export interface CallTotals extends CallsCounted {
  readonly earned: readonly CallValue[];
  readonly paid: readonly CallValue[];
}

/**
 * What calls add up to, day by day of the account's time zone, kept so that a page is drawn at once however many calls
 * there are. Never out of date: what has changed since is added up again before it is told.
 */
export interface OverviewStore {
  /** @param most how many rows of a dimension other than the channel are told. */
  overview(account: AccountId, asked: DaysAsked, most: number): Promise<OverviewFacts>;
  totals(account: AccountId, asked: DaysAsked): Promise<CallTotals>;
  /** Adds up some of the days that have changed, so that nobody need wait for it. Answers how many there were. */
  addUp(account: AccountId): Promise<number>;
  /**
   * Joins some of the days that are over, calls and costs, so that a long period is told as quickly as a short one.
   * What is told does not change. Answers how many spans were joined; 0 when nothing is left to join.
   */
  join(account: AccountId): Promise<number>;
  /** As IANA names it; undefined as long as nobody has said. Then days are those of UTC. */
  timeZoneOf(account: AccountId): Promise<string | undefined>;
  /** Every day is another day from now on. */
  chooseTimeZone(account: AccountId, timeZone: string): Promise<void>;
}
