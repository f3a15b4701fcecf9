import { instant, parseId, type AccountId, type CallId, type Instant } from "@ringtrail/core";
import type { Sql } from "postgres";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";
import type { LiveBus, LiveEvent, LiveKind } from "./live-bus.ts";
import { memoryBus } from "./memory-bus.ts";

const channel = "ringtrail_live";
const kinds: readonly string[] = ["call_rang", "call_matched", "call_changed", "recording_stored"] satisfies LiveKind[];

/** A bus that reaches every process on this database, by NOTIFY. While the database is gone it reaches this one. */
export async function notifyBus(
  sql: Sql,
  now: () => Instant,
  newId: () => string,
  log: Log,
): Promise<{ readonly bus: LiveBus; readonly stop: () => Promise<void> }> {
  const tell = (error: unknown): void => log.warn(describeError(error), "live news did not reach the other processes");
  const bus = memoryBus(now, newId, (event) => void sql.notify(channel, JSON.stringify(event)).catch(tell));
  const hear = (text: string): void => {
    const event = readEvent(text);
    if (event !== undefined) bus.deliver(event);
  };
  // The driver listens again after an outage, and what was said meanwhile is gone.
  let listened = 0;
  const { unlisten } = await sql.listen(channel, hear, () => (listened++ > 0 ? bus.lose() : undefined));
  return { bus, stop: () => unlisten().catch(tell) };
}

/** An event as another process wrote it. Whatever else is said on the channel is passed over. */
export function readEvent(text: string): LiveEvent | undefined {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof given !== "object" || given === null) return undefined;
  const { id, account, kind, call, at } = given as Readonly<Record<string, unknown>>;
  const accountId = parseId<AccountId>(String(account));
  const callId = parseId<CallId>(String(call));
  if (!accountId.ok || !callId.ok || typeof id !== "string" || typeof at !== "number") return undefined;
  if (typeof kind !== "string" || !isKind(kind)) return undefined;
  return { id, account: accountId.value, kind, call: callId.value, at: instant(at) };
}

function isKind(text: string): text is LiveKind {
  return kinds.includes(text);
}
