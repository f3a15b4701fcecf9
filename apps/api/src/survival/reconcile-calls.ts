import { ok, type Instant, type Result } from "@ringtrail/core";
import type { CallEvent } from "@ringtrail/core/call-flow";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierCall, CarrierFault, CarrierPage, ListedRecording } from "@ringtrail/telephony";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { recordReport } from "../workflows/record-report.ts";

/** What the carrier's books told us that no webhook had. */
export interface Reconciled {
  /** Calls in the books that are ours. */
  readonly seen: number;
  /** Calls nobody had heard of. */
  readonly found: number;
  /** Calls that lacked an end, a leg or a recording. */
  readonly completed: number;
}

/**
 * Reads the carrier's own lists of calls and recordings since a moment and keeps what its webhooks did not tell us: a
 * call that rang while we were away, an end or a recording that was never reported. Repeats safely: an entry and the
 * webhook about the same moment bear the same key.
 */
export async function reconcileCalls(
  deps: Deps,
  connection: CarrierConnection,
  since: Instant,
): Promise<Result<Reconciled, CarrierFault>> {
  const provider = deps.carrierFor(connection).provider(connection);
  const calls = await allSince(since, (page) => provider.listCalls({ since, page }));
  if (!calls.ok) return calls;
  const recordings = await allSince(since, (page) => provider.listRecordings({ since, page }));
  if (!recordings.ok) return recordings;
  const eventsOf = gather(calls.value, recordings.value);
  const counts = { seen: 0, found: 0, completed: 0 };
  for (const call of calls.value) {
    // The caller's call only: its legs are events of it. One that still rings tells of itself.
    if (call.parentRef !== undefined || call.end === undefined) continue;
    const what = await keep(deps, connection, call, eventsOf.get(call.carrierRef) ?? []);
    if (what === "not_ours") continue;
    counts.seen += 1;
    if (what !== "known") counts[what] += 1;
  }
  return ok(counts);
}

/** The pages of a list, newest first, up to the first item that is older than wanted. */
async function allSince<Item extends { readonly startedAt: Instant | undefined }>(
  since: Instant,
  ask: (page: string | undefined) => Promise<Result<CarrierPage<Item>, CarrierFault>>,
): Promise<Result<readonly Item[], CarrierFault>> {
  const items: Item[] = [];
  for (let page: string | undefined; ;) {
    const listed = await ask(page);
    if (!listed.ok) return listed;
    items.push(...listed.value.items.filter(({ startedAt }) => startedAt === undefined || startedAt >= since));
    page = listed.value.next;
    if (page === undefined || listed.value.items.some(({ startedAt }) => startedAt !== undefined && startedAt < since))
      return ok(items);
  }
}

/** Every event the books hold, by the caller's call. */
function gather(
  calls: readonly CarrierCall[],
  recordings: readonly ListedRecording[],
): ReadonlyMap<string, readonly CallEvent[]> {
  const parents = new Map(calls.map(({ carrierRef, parentRef }) => [carrierRef, parentRef ?? carrierRef]));
  const events = new Map<string, CallEvent[]>();
  const add = (ref: string, event: CallEvent): void => {
    const owner = parents.get(ref) ?? ref;
    events.set(owner, [...(events.get(owner) ?? []), event]);
  };
  for (const { carrierRef, events: own } of calls) for (const event of own) add(carrierRef, event);
  for (const { carrierRef, startedAt, key, ref, url, lengthMs, channels } of recordings) {
    if (startedAt === undefined) continue;
    const recording = { ref, url, lengthMs, channels };
    add(carrierRef, { kind: "recording_ready", at: startedAt, key, recording });
  }
  return events;
}

async function keep(
  deps: Deps,
  connection: CarrierConnection,
  call: CarrierCall,
  events: readonly CallEvent[],
): Promise<"not_ours" | "known" | "found" | "completed"> {
  const { account, id } = connection;
  const known = await deps.calls.findByRef(account, id, call.carrierRef);
  const facts = known && (await deps.calls.facts(account, known));
  const missing = events.filter(
    ({ kind, key }) => !facts?.events.some((told) => told.kind === kind && told.key === key),
  );
  if (known !== undefined && missing.length === 0) return "known";
  const report: CarrierReport = {
    carrierRef: call.carrierRef,
    dialled: call.to,
    caller: call.from,
    callerName: undefined,
    events: missing,
  };
  const at = call.startedAt ?? call.endedAt ?? deps.now();
  if ((await recordReport(deps, connection, report, at)) === "not_in_service") return "not_ours";
  return known === undefined ? "found" : "completed";
}
