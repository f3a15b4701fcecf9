import { besideCaller } from "../src/healthcare/index.ts";
import { leadingCandidate, leadingTouch } from "../src/attribution/index.ts";
import { factsOfChange, foldCall } from "../src/call-flow/index.ts";
import type { FactKind, CallFacts, CallStore, CallSummary, Cursor } from "../src/ports/index.ts";
import { err, ok, type AccountId, type CallId, type Instant } from "../src/index.ts";
import { countHours } from "./memory-hours.ts";
import { isAsked } from "./memory-call-filter.ts";
import { noteCall, storeNow } from "./memory-outbox.ts";
import { demand, type CallRow, type MemoryState } from "./memory-state.ts";

/** The calls port in memory. */
export function memoryCallStore(state: MemoryState): CallStore {
  const { calls } = state;
  const find = (account: AccountId, id: CallId) => calls.find((row) => row.account === account && row.id === id);
  const byRef = (account: AccountId, connection: string, carrierRef: string) =>
    calls.find((row) => row.account === account && row.connection === connection && row.carrierRef === carrierRef);
  // Of a call in healthcare mode destinations hear that it began and that it is over.
  const tell = (account: AccountId, id: CallId, kinds: readonly FactKind[], at: Instant) => {
    const isHealthcare = find(account, id)?.isHealthcare === true;
    const told = isHealthcare ? kinds.filter((kind) => kind === "call.started" || kind === "call.completed") : kinds;
    noteCall(state, account, id, told, at);
  };
  return {
    ring: async (account, call) => {
      const known = byRef(account, call.connection, call.carrierRef);
      if (known !== undefined) return { id: known.id, isNew: false };
      demand(
        state.numbers.find((row) => row.account === account && row.id === call.number),
        "number",
      );
      const rang = { kind: "rang", at: call.rangAt, key: call.carrierRef } as const;
      calls.push({ ...call, account, events: [rang], match: undefined, sourceTouch: undefined });
      tell(account, call.id, ["call.started"], call.rangAt);
      return { id: call.id, isNew: true };
    },
    findByRef: async (account, connection, carrierRef) => byRef(account, connection, carrierRef)?.id,
    append: async (account, id, event) => {
      const { events } = demand(find(account, id), "call");
      const isNew = !events.some(({ kind, key }) => kind === event.kind && key === event.key);
      if (!isNew) return { isNew, state: foldCall(events) };
      const before = foldCall(events);
      events.push(event);
      tell(account, id, factsOfChange(before, foldCall(events)), event.at);
      return { isNew, state: foldCall(events) };
    },
    saveMatch: async (account, id, match, sourceTouch) => {
      const row = demand(find(account, id), "call");
      const before = JSON.stringify([row.match, row.sourceTouch]);
      Object.assign(row, { match, sourceTouch });
      if (JSON.stringify([match, sourceTouch]) === before) return;
      tell(account, id, ["call.credited"], storeNow());
    },
    ringsOn: async (account, number, asked, { from, before }) => {
      const rang = calls.filter((row) => row.account === account && row.number === number);
      const these = rang.map(({ id }) => id).filter((id) => asked.includes(id));
      return { these, inWindow: rang.filter(({ rangAt }) => rangAt >= from && rangAt < before).length };
    },
    hours: async (account, since) => {
      const rang = calls.filter((row) => row.account === account && row.rangAt >= since);
      return countHours(rang.map(({ number, rangAt }) => ({ of: number, at: rangAt })));
    },
    facts: async (account, id) => {
      const row = find(account, id);
      return row && factsOf(state, row);
    },
    list: async (account, query) => {
      const start = query.cursor === undefined ? undefined : readCursor(query.cursor);
      if (query.cursor !== undefined && start === undefined) return err({ code: "cursor_malformed" });
      const rows = calls
        .filter((row) => row.account === account && isAsked(state, row, query))
        .toSorted(newestFirst)
        .filter((row) => start === undefined || newestFirst(row, start) > 0);
      const page = rows.slice(0, query.limit);
      const last = rows.length > page.length ? page.at(-1) : undefined;
      return ok({ calls: page.map((row) => summaryOf(state, row)), next: last && cursorOf(last) });
    },
  };
}

type Place = Pick<CallRow, "rangAt" | "id">;

function newestFirst(a: Place, b: Place): number {
  return b.rangAt - a.rangAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

function cursorOf({ rangAt, id }: Place): Cursor {
  return `${rangAt}.${id}`;
}

function readCursor(cursor: string): Place | undefined {
  const [, rangAt, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  return rangAt === undefined || id === undefined ? undefined : ({ rangAt: Number(rangAt), id } as Place);
}

function summaryOf(state: MemoryState, row: CallRow): CallSummary {
  if (row.isHealthcare === true) return careSummaryOf(row);
  const { account, id, site, number, rangAt, match, sourceTouch, events } = row;
  const leader = leadingCandidate(match)?.visit;
  const visit = state.visits.find((known) => known.account === account && known.id === leader);
  return {
    id,
    site,
    number,
    rangAt,
    state: foldCall(events),
    matchKind: match?.kind,
    confidence: match?.confidence,
    touch: leadingTouch(match, sourceTouch),
    landingPath: visit?.landing.path,
  };
}

function careSummaryOf({ id, site, rangAt, match, sourceTouch, events }: CallRow): CallSummary {
  const touch = sourceTouch && besideCaller(sourceTouch.channel);
  const sure = { matchKind: match?.kind, confidence: match?.confidence };
  const kept = { id, site, rangAt, state: foldCall(events), touch, ...sure, isHealthcare: true as const };
  return { ...kept, number: undefined, landingPath: undefined };
}

function factsOf(state: MemoryState, row: CallRow): CallFacts {
  const { connection, carrierRef, healed, match, sourceTouch } = row;
  const events = row.events.toSorted((a, b) => a.at - b.at);
  const rest = { ...summaryOf(state, row), connection, carrierRef, healed, events };
  if (row.isHealthcare !== true) return { ...rest, match, sourceTouch };
  const bare = { candidates: [], returning: 0, nobody: 0, model: "healthcare" };
  return {
    ...rest,
    match: match && { ...bare, kind: match.kind, confidence: match.confidence },
    sourceTouch: undefined,
  };
}
