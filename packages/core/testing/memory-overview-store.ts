import {
  keyOf,
  labelOf,
  sharesOfCall,
  type AdCost,
  type CreditSum,
  type ReportCall,
  type RowLabel,
} from "../src/attribution/index.ts";
import { foldCall, isFlagged } from "../src/call-flow/index.ts";
import type { AccountId, Instant } from "../src/index.ts";
import type {
  CallsCounted,
  CallValue,
  CreditEarned,
  DaysAsked,
  MoneyStore,
  OverviewDimension,
  OverviewStore,
} from "../src/ports/index.ts";
import { creditableOf } from "./memory-creditable.ts";
import type { CallRow, MemoryState } from "./memory-state.ts";

const nothing: CallsCounted = { calls: 0, answered: 0, missed: 0, firstTime: 0, spam: 0 };

/** The overview port in memory: everything is added up when it is asked for. */
export function memoryOverviewStore(state: MemoryState, money: MoneyStore): OverviewStore {
  const zoneOf = (account: AccountId) => state.accounts.find(({ id }) => id === account)?.timeZone;
  const callsOf = (account: AccountId, { site, from, to }: DaysAsked): readonly (CallRow & { day: string })[] => {
    const dayOf = daysOf(zoneOf(account) ?? "UTC");
    return state.calls
      .filter((row) => row.account === account && (site === undefined || row.site === site))
      .map((row) => ({ ...row, day: dayOf(row.rangAt) }))
      .filter(({ day }) => day >= from && day <= to);
  };
  const credit = (calls: readonly CallRow[], by: OverviewDimension) => creditOf(state, calls, by);
  return {
    overview: async (account, asked, most) => {
      const calls = callsOf(account, asked);
      const byDay = [...Map.groupBy(calls, ({ day }) => day)].toSorted(([a], [b]) => (a < b ? -1 : 1));
      const paid = await money.costs(account, asked);
      const top = (by: OverviewDimension) => credit(calls, by).slice(0, most);
      return {
        days: byDay.map(([day, theirs]) => ({ day, ...theirs.reduce(plusCall, nothing) })),
        channelDays: byDay.flatMap(([day, theirs]) =>
          credit(theirs, "channel").map(({ earned: _earned, ...sum }) => ({ day, ...sum })),
        ),
        channels: credit(calls, "channel"),
        top: { source: top("source"), keyword: top("keyword"), landing_page: top("landing_page") },
        paid: { channel: paid, source: paid, keyword: paid.map(onlyKeyword), landing_page: paid.map(onlyPage) },
      };
    },
    totals: async (account, asked) => {
      const calls = callsOf(account, asked);
      const earned = sumWorths(calls.flatMap((row) => worthsOf(state, row)));
      const paid = sumWorths((await money.costs(account, asked)).map(({ micros, currency }) => ({ micros, currency })));
      return { ...calls.reduce(plusCall, nothing), earned, paid };
    },
    addUp: async () => 0,
    join: async () => 0,
    timeZoneOf: async (account) => zoneOf(account),
    chooseTimeZone: async (account, timeZone) => {
      const found = state.accounts.find(({ id }) => id === account);
      if (found !== undefined) found.timeZone = timeZone;
    },
  };
}

function daysOf(timeZone: string): (at: Instant) => string {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone });
  return (at) => format.format(at);
}

function plusCall(sum: CallsCounted, { events, match }: CallRow): CallsCounted {
  const state = foldCall(events);
  const isAnswered = state.answeredAt !== undefined || state.businessEnd === "answered";
  return {
    calls: sum.calls + 1,
    answered: sum.answered + (isAnswered ? 1 : 0),
    missed: sum.missed + (state.phase === "ended" && !isAnswered ? 1 : 0),
    firstTime: sum.firstTime + (match?.returning === 0 ? 1 : 0),
    spam: sum.spam + (isFlagged(state) ? 1 : 0),
  };
}

function worthsOf(state: MemoryState, row: CallRow): readonly CallValue[] {
  const { value, orders } = creditableOf(state, row);
  return value === undefined ? orders : [value];
}

/** Whose calls are, most first. */
function creditOf(state: MemoryState, calls: readonly CallRow[], by: OverviewDimension): readonly CreditEarned[] {
  const rows = new Map<string, { sum: CreditSum; earned: readonly CallValue[] }>();
  for (const call of calls) {
    const worths = worthsOf(state, call);
    for (const { label, chance } of chancesOf(sharesOfCall(creditableOf(state, call)), by)) {
      const blank: CreditSum = { ...label, calls: 0, variance: 0, least: 0, most: 0 };
      const { sum, earned } = rows.get(keyOf(label)) ?? { sum: blank, earned: [] };
      const more = {
        ...sum,
        calls: sum.calls + chance,
        variance: sum.variance + chance * (1 - chance),
        least: sum.least + (chance >= 1 - 1e-9 ? 1 : 0),
        most: sum.most + (chance > 0 ? 1 : 0),
      };
      const shared = worths.map(({ micros, currency }) => ({ micros: micros * chance, currency }));
      rows.set(keyOf(label), { sum: more, earned: sumWorths([...earned, ...shared]) });
    }
  }
  return [...rows.values()].map(({ sum, earned }) => ({ ...sum, earned })).toSorted((a, b) => b.calls - a.calls);
}

function chancesOf(
  { paths, returning, nobody }: Pick<ReportCall, "paths" | "returning" | "nobody">,
  by: OverviewDimension,
) {
  const chances = new Map<string, { readonly label: RowLabel; readonly chance: number }>();
  const add = (label: RowLabel, chance: number) => {
    const known = chances.get(keyOf(label));
    chances.set(keyOf(label), { label: known?.label ?? label, chance: (known?.chance ?? 0) + chance });
  };
  for (const { touches, probability } of paths) {
    const last = touches.at(-1);
    if (last !== undefined) add(labelOf(last, by), probability);
  }
  if (returning > 0) add({ kind: "returning", name: undefined }, returning);
  if (nobody > 0) add({ kind: "nobody", name: undefined }, nobody);
  return chances.values();
}

function sumWorths(worths: readonly CallValue[]): readonly CallValue[] {
  return [...Map.groupBy(worths, ({ currency }) => currency)].map(([currency, all]) => ({
    currency,
    micros: all.reduce((sum, { micros }) => sum + micros, 0),
  }));
}

const nameless = { source: "", medium: "", campaign: undefined, keyword: undefined, landingPath: undefined };

function onlyKeyword(cost: AdCost): AdCost {
  return { ...cost, ...nameless, keyword: cost.keyword };
}

function onlyPage(cost: AdCost): AdCost {
  return { ...cost, ...nameless, landingPath: cost.landingPath };
}
