import { lastClick, type CreditedCall, type ToldConversion } from "../src/attribution/index.ts";
import { foldCall, isFlagged } from "../src/call-flow/index.ts";
import type { ConversionStore, CreditedQuery } from "../src/ports/index.ts";
import { isWithin, placeOf } from "./memory-creditable.ts";
import type { CallRow, MemoryState } from "./memory-state.ts";

/** The port of conversions in memory. */
export function memoryConversionStore(state: MemoryState): ConversionStore {
  const kept = new Map<string, Map<string, ToldConversion>>();
  return {
    creditedCalls: async function* (account, query) {
      const rang = state.calls.filter((row) => row.account === account && isWithin(row, row.rangAt, query));
      const judged = rang.filter((row) => row.match !== undefined && !isFlagged(foldCall(row.events)));
      yield judged.toSorted((a, b) => a.rangAt - b.rangAt).map((row) => creditedOf(state, row, query));
    },
    told: async (account, to, since) =>
      [...(kept.get(`${account} ${to}`)?.values() ?? [])]
        .filter(({ at }) => at >= since)
        .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    keepTold: async (account, to, told) => {
      const before = kept.get(`${account} ${to}`) ?? new Map<string, ToldConversion>();
      for (const one of told) before.set(one.id, one);
      kept.set(`${account} ${to}`, before);
    },
  };
}

function creditedOf(state: MemoryState, row: CallRow, { clickIds, windowMs }: CreditedQuery): CreditedCall {
  const visits = state.visits.filter(({ account }) => account === row.account);
  const { answeredAt, talkMs } = foldCall(row.events);
  return {
    id: row.id,
    rangAt: row.rangAt,
    answered: answeredAt !== undefined,
    talkMs,
    value: state.values.get(placeOf(row.account, row.id)),
    visits: (row.match?.candidates ?? []).flatMap(({ visit: id, probability }) => {
      const visit = visits.find((one) => one.id === id);
      if (visit === undefined) return [];
      const theirs = visits.filter(({ visitor }) => visitor === visit.visitor);
      const landed = theirs.map(({ startedAt, landing: { query } }) => ({ startedAt, query }));
      const click = lastClick(landed, row.rangAt, clickIds, windowMs);
      return [{ visit: id, visitor: visit.visitor, probability, evidence: visit.permission, click }];
    }),
    caller: undefined,
  };
}
