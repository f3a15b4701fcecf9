import type { AccountId, SiteId } from "@ringtrail/core";
import {
  addSums,
  costPer,
  estimateOf,
  keyOf,
  payByRow,
  type CreditSum,
  type Estimate,
  type Ratio,
  type RowLabel,
} from "@ringtrail/core/attribution";
import type {
  CallsCounted,
  CallTotals,
  CallValue,
  CreditEarned,
  OverviewDimension,
  OverviewStore,
} from "@ringtrail/core/ports";
import { chooseCurrency, type CurrencySum } from "./choose-currency.ts";
import type { Days } from "./days-to-compare.ts";

/** Rows of each list but that of channels. */
const mostRows = 10;

/** Which overview. */
export interface OverviewAsked extends Days {
  readonly account: AccountId;
  readonly site: SiteId | undefined;
  readonly compare: Days | undefined;
  readonly currency: string | undefined;
}

/** A row of a list. Amounts are in millionths of the overview's currency. */
export interface RowOfOverview extends RowLabel {
  readonly calls: Estimate;
  readonly valueMicros: number;
  readonly costMicros: number | undefined;
  readonly costPerCallMicros: Ratio | undefined;
}

/** Some days in all. */
export interface TotalsOfDays extends Days, CallTotals {
  readonly valueMicros: number;
  readonly costMicros: number | undefined;
}

/** An overview, in one currency. */
export interface CallOverview {
  readonly timeZone: string | undefined;
  readonly currency: string | undefined;
  readonly others: readonly CurrencySum[];
  readonly total: TotalsOfDays;
  readonly before: TotalsOfDays | undefined;
  readonly days: Awaited<ReturnType<OverviewStore["overview"]>>["days"];
  readonly channelDays: readonly ({ readonly day: string } & CreditSum)[];
  readonly rows: Readonly<Record<OverviewDimension, readonly RowOfOverview[]>>;
}

/** Loads what some days add up to, sets costs beside it, and the days to compare with. */
export async function overviewCalls(
  overviews: OverviewStore,
  { account, site, from, to, compare, currency: wanted }: OverviewAsked,
): Promise<CallOverview> {
  // One after the other: each may have days to add up first, and they would only wait for each other.
  const facts = await overviews.overview(account, { site, from, to }, mostRows);
  const earlier = compare && { ...(await overviews.totals(account, { site, ...compare })), ...compare };
  const earned = facts.channels.flatMap((channel) => channel.earned);
  const { currency, others } = chooseCurrency(earned, facts.paid.source, wanted);
  const paidIn = (dimension: OverviewDimension) => facts.paid[dimension].filter((cost) => cost.currency === currency);
  const rowsOf = (dimension: OverviewDimension, sums: readonly CreditEarned[]) => {
    const paid = payByRow(paidIn(dimension), dimension);
    return byKey(sums).map((sum) => rowOf(sum, currency, paid.get(keyOf(sum))?.paid.micros));
  };
  const { source, keyword, landing_page: page } = facts.top;
  return {
    timeZone: await overviews.timeZoneOf(account),
    currency,
    others,
    total: totalsOf({ ...facts.days.reduce(plusDay, nothing), earned, paid: facts.paid.source, from, to }, currency),
    before: earlier && totalsOf(earlier, currency),
    days: facts.days,
    channelDays: facts.channelDays,
    rows: {
      channel: rowsOf("channel", facts.channels),
      source: rowsOf("source", source),
      keyword: rowsOf("keyword", keyword),
      landing_page: rowsOf("landing_page", page),
    },
  };
}

/** Rows whose names differ in what only the core knows to be the same, as one. */
function byKey(sums: readonly CreditEarned[]): readonly CreditEarned[] {
  const rows = new Map<string, CreditEarned>();
  for (const sum of sums) {
    const known = rows.get(keyOf(sum));
    rows.set(keyOf(sum), known ? { ...addSums(known, sum), earned: [...known.earned, ...sum.earned] } : sum);
  }
  return [...rows.values()];
}

function rowOf(sum: CreditEarned, currency: string | undefined, cost: number | undefined): RowOfOverview {
  const calls = estimateOf(sum);
  return {
    kind: sum.kind,
    name: sum.name,
    calls,
    valueMicros: inCurrency(sum.earned, currency),
    costMicros: cost,
    costPerCallMicros: cost === undefined || calls.mean <= 0 ? undefined : costPer(cost, calls),
  };
}

const nothing: CallsCounted = { calls: 0, answered: 0, missed: 0, firstTime: 0, spam: 0 };

function plusDay(a: CallsCounted, b: CallsCounted): CallsCounted {
  return {
    calls: a.calls + b.calls,
    answered: a.answered + b.answered,
    missed: a.missed + b.missed,
    firstTime: a.firstTime + b.firstTime,
    spam: a.spam + b.spam,
  };
}

function totalsOf(totals: Days & CallTotals, currency: string | undefined): TotalsOfDays {
  const isPaid = totals.paid.some((cost) => cost.currency === currency);
  const costMicros = isPaid ? inCurrency(totals.paid, currency) : undefined;
  return { ...totals, valueMicros: inCurrency(totals.earned, currency), costMicros };
}

function inCurrency(amounts: readonly CallValue[], currency: string | undefined): number {
  return amounts.filter((one) => one.currency === currency).reduce((sum, { micros }) => sum + micros, 0);
}
