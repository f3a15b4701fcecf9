import { ok, type AccountId, type NumberId, type Result, type SiteId, type VisitorId } from "@ringtrail/core";
import {
  reportCreditInSteps,
  sharesOfCall,
  type AdCost,
  type CreditReport,
  type PathModel,
  type ReportCall,
  type ReportDimension,
  type ReportTooWide,
  type UncalledPath,
} from "@ringtrail/core/attribution";
import type { CreditableCall, MoneyStore, ReportPeriod } from "@ringtrail/core/ports";
import { runInSlices } from "../run-in-slices.ts";
import { chooseCurrency, type CurrencySum } from "./choose-currency.ts";
import { dayAfter, daysIn, startOfDay } from "./days-in.ts";
import { worthOfCall, worthsOf } from "./reported-call.ts";

/** Which report of an account's calls. */
export interface ReportAsked {
  readonly account: AccountId;
  readonly by: ReportDimension;
  readonly model: PathModel;
  /** The first and the last day, as `timeZone` counts them. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly site?: SiteId | undefined;
  readonly currency?: string | undefined;
}

/** A report, in one currency. */
export interface CallReport extends CreditReport {
  /** Undefined when there is neither value nor cost. */
  readonly currency: string | undefined;
  /** What is left out because it is in other currencies. */
  readonly others: readonly CurrencySum[];
}

/** What a report is made from. */
export interface ReportGround {
  readonly money: MoneyStore;
  /** Every tracking number by its id. */
  readonly numbers: ReadonlyMap<NumberId, string>;
}

/** Loads the calls and the costs of some days, and lets the core credit and add up. @throws RangeError for an unknown time zone. */
export async function reportCalls(
  { money, numbers }: ReportGround,
  { account, by, model, from, to, timeZone, site, currency: wanted }: ReportAsked,
): Promise<Result<CallReport, ReportTooWide>> {
  const dayOf = daysIn(timeZone);
  const period = { site, from: startOfDay(from, dayOf), before: startOfDay(dayAfter(to), dayOf) };
  const costs = await money.costs(account, { site, from, to });
  const calls: CreditableCall[] = [];
  for await (const part of money.creditable(account, period)) calls.push(...part);
  const { currency, others } = chooseCurrency(calls.flatMap(worthsOf), costs, wanted);
  const told = calls.map((call): ReportCall => {
    const [day, number] = [dayOf(call.rangAt), (call.number && numbers.get(call.number)) ?? ""];
    return { day, number, valueMicros: worthOfCall(call, currency), ...sharesOfCall(call) };
  });
  // The other models look at nobody who did not call.
  const looksAtAll = (model === "markov" || model === "fractional") && by !== "number" && by !== "day";
  const question = {
    by,
    model,
    calls: told,
    costs: costs.filter((cost: AdCost) => cost.currency === currency),
    uncalled: looksAtAll ? await uncalledPaths(money, account, period, calls) : [],
  };
  const report = await runInSlices(reportCreditInSteps(question));
  return report.ok ? ok({ ...report.value, currency, others }) : report;
}

/** The ways of visitors of the time, each counted as often as it is expected not to have called. */
async function uncalledPaths(
  money: MoneyStore,
  account: AccountId,
  period: ReportPeriod,
  calls: readonly CreditableCall[],
): Promise<readonly UncalledPath[]> {
  const called = new Map<VisitorId, number>();
  for (const { visitor, probability } of calls.flatMap(({ callers }) => callers)) {
    if (visitor !== undefined) called.set(visitor, (called.get(visitor) ?? 0) + probability);
  }
  const paths: UncalledPath[] = [];
  for await (const part of money.visitorPaths(account, period)) {
    for (const { visitor, touches } of part) {
      const expected = Math.max(0, 1 - (called.get(visitor) ?? 0));
      if (expected > 0) paths.push({ touches, expected });
    }
  }
  return paths;
}
