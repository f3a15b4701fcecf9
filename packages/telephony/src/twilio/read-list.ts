import { after, parseE164 } from "@ringtrail/core";
import type { CallEvent } from "@ringtrail/core/call-flow";
import type { CarrierCall, CarrierNumber, CarrierPage, ListedRecording } from "../carrier-provider.ts";
import { legEnd, toMs } from "./leg-end.ts";
import { parseStamp } from "./parse-stamp.ts";
import { readCaller } from "./read-voice.ts";

/** A JSON object nobody has looked into yet. */
export type Row = Readonly<Record<string, unknown>>;

/** Reads one page of a list. Rows that cannot be read are left out: a carrier adds kinds and never asks first. */
export function readPage<Item>(
  body: unknown,
  list: string,
  readRow: (row: Row) => Item | undefined,
): CarrierPage<Item> {
  const page = isRow(body) ? body : {};
  const rows = Array.isArray(page[list]) ? page[list] : [];
  const next = text(page, "next_page_uri");
  return { items: rows.filter(isRow).flatMap((row) => readRow(row) ?? []), next };
}

/** Reads a call resource. */
export function readCallRow(row: Row): CarrierCall | undefined {
  const carrierRef = text(row, "sid");
  if (carrierRef === undefined) return undefined;
  const to = parseE164(text(row, "to") ?? "");
  const call = {
    carrierRef,
    parentRef: text(row, "parent_call_sid"),
    from: readCaller(text(row, "from")),
    to: to.ok ? to.value : undefined,
    startedAt: parseStamp(text(row, "start_time")),
    endedAt: parseStamp(text(row, "end_time")),
    lengthMs: toMs(text(row, "duration")),
    end: legEnd(text(row, "status")),
  };
  return { ...call, events: eventsIn(call, `${carrierRef}:${text(row, "status")}`) };
}

/** The end of the caller's call or of the leg to the business, as the status callback would have told it. */
function eventsIn(call: Omit<CarrierCall, "events">, key: string): readonly CallEvent[] {
  const { end, lengthMs, parentRef, startedAt } = call;
  const at = call.endedAt ?? (startedAt && after(startedAt, lengthMs));
  if (end === undefined || at === undefined) return [];
  if (parentRef === undefined) return [{ kind: "ended", at, key, end, lengthMs }];
  return [{ kind: "dial_ended", at, key, end, talkMs: end === "answered" ? lengthMs : 0 }];
}

/** Reads a recording resource; only finished ones count. */
export function readRecordingRow(row: Row): ListedRecording | undefined {
  const [ref, carrierRef] = [text(row, "sid"), text(row, "call_sid")];
  if (ref === undefined || carrierRef === undefined || text(row, "status") !== "completed") return undefined;
  return {
    ref,
    carrierRef,
    url: (text(row, "uri") ?? "").replace(/\.json$/, ""),
    lengthMs: toMs(text(row, "duration")),
    channels: row["channels"] === 2 ? 2 : 1,
    key: `${ref}:completed`,
    startedAt: parseStamp(text(row, "start_time")),
  };
}

/** Reads an incoming phone number resource. */
export function readNumberRow(row: Row): CarrierNumber | undefined {
  const ref = text(row, "sid");
  const e164 = parseE164(text(row, "phone_number") ?? "");
  if (ref === undefined || !e164.ok) return undefined;
  return {
    ref,
    e164: e164.value,
    voiceUrl: text(row, "voice_url"),
    fallbackUrl: text(row, "voice_fallback_url"),
    statusUrl: text(row, "status_callback"),
    fallbackMethod: text(row, "voice_fallback_method"),
  };
}

export function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value that is a text and not empty. */
export function text(row: Row, name: string): string | undefined {
  const value = row[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
