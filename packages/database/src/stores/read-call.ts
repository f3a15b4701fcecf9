import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId, CallId, VisitId } from "@ringtrail/core";
import { leadingCandidate, leadingTouch, type CallMatch, type Touch } from "@ringtrail/core/attribution";
import { ringing, type CallState } from "@ringtrail/core/call-flow";
import type { CallFacts, CallSummary } from "@ringtrail/core/ports";
import { actForAccount, type AccountWork } from "../act-for-account.ts";
import { and, asc, eq, inArray } from "../drizzle.ts";
import { wholeTouch } from "./name-absent.ts";
import { orderEvents } from "./order-events.ts";
import { callCandidates, callEvents, calls, visits } from "../schema/index.ts";

/** A row of the table of calls. */
export type CallRow = typeof calls.$inferSelect;

/** Reads one call with its events and its credit. */
export function readCall(db: PostgresJsDatabase, account: AccountId, id: CallId): Promise<CallFacts | undefined> {
  return actForAccount(db, account, async (work) => {
    const [row] = await work
      .select()
      .from(calls)
      .where(and(eq(calls.accountId, account), eq(calls.id, id)));
    if (row === undefined) return undefined;
    const [summary] = await summarize(work, account, [row]);
    if (summary === undefined) return undefined;
    const events = await work
      .select({ event: callEvents.event })
      .from(callEvents)
      .where(and(eq(callEvents.accountId, account), eq(callEvents.callId, id)))
      .orderBy(asc(callEvents.at), asc(callEvents.arrival));
    const { connectionId: connection, carrierRef, healed } = row;
    const match = (await matchesOf(work, account, [row])).get(id);
    const sourceTouch = sourceTouchOf(row);
    const ordered = orderEvents(events.map(({ event }) => event));
    return { ...summary, connection, carrierRef, healed, events: ordered, match, sourceTouch };
  });
}

/** Turns rows into lines of the call list. The landing page is read from the visit, so it goes when the visit goes. */
export async function summarize(
  work: AccountWork,
  account: AccountId,
  rows: readonly CallRow[],
): Promise<readonly CallSummary[]> {
  const matches = await matchesOf(work, account, rows);
  const leaders = [...matches.values()].flatMap((match) => leadingCandidate(match)?.visit ?? []);
  const landings = await landingPaths(work, account, leaders);
  return rows.map((row) => {
    const match = matches.get(row.id);
    const leader = leadingCandidate(match)?.visit;
    return {
      id: row.id,
      site: row.siteId,
      number: row.numberId,
      rangAt: row.rangAt,
      state: stateOf(row.state),
      matchKind: match?.kind,
      confidence: match?.confidence,
      touch: leadingTouch(match, sourceTouchOf(row)),
      landingPath: leader && landings.get(leader),
    };
  });
}

async function matchesOf(
  work: AccountWork,
  account: AccountId,
  rows: readonly CallRow[],
): Promise<ReadonlyMap<CallId, CallMatch>> {
  const judged = rows.filter((row) => row.matchKind !== null);
  if (judged.length === 0) return new Map();
  const ids = judged.map(({ id }) => id);
  const candidates = await work
    .select()
    .from(callCandidates)
    .where(and(eq(callCandidates.accountId, account), inArray(callCandidates.callId, ids)))
    .orderBy(asc(callCandidates.callId), asc(callCandidates.rank));
  const byCall = Map.groupBy(candidates, ({ callId }) => callId);
  return new Map(judged.map((row) => [row.id, matchOf(row, byCall.get(row.id) ?? [])]));
}

function matchOf(row: CallRow, candidates: readonly (typeof callCandidates.$inferSelect)[]): CallMatch {
  return {
    kind: row.matchKind ?? "none",
    candidates: candidates.map(({ visitId: visit, touch, probability, factors }) => ({
      visit,
      touch: wholeTouch(touch),
      probability,
      factors,
    })),
    returning: row.returning ?? 0,
    nobody: row.nobody ?? 0,
    confidence: row.confidence ?? 0,
    model: row.model ?? "",
  };
}

async function landingPaths(
  work: AccountWork,
  account: AccountId,
  leaders: readonly VisitId[],
): Promise<ReadonlyMap<VisitId, string>> {
  if (leaders.length === 0) return new Map();
  const rows = await work
    .select({ id: visits.id, landing: visits.landing })
    .from(visits)
    .where(and(eq(visits.accountId, account), inArray(visits.id, [...leaders])));
  return new Map(rows.map(({ id, landing }) => [id, landing.path]));
}

/** JSON leaves out what is undefined; a state names every field. */
function stateOf(stored: CallState): CallState {
  return { ...ringing, ...stored };
}

function sourceTouchOf({ sourceTouch }: CallRow): Touch | undefined {
  return sourceTouch === null ? undefined : wholeTouch(sourceTouch);
}
