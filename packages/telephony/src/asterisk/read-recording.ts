import type { Instant } from "@ringtrail/core";
import type { CallEvent } from "@ringtrail/core/call-flow";
import { readInstant, type Fields } from "./read-fields.ts";

/** 16-bit samples, 8,000 times a second, on each channel. */
const bytesPerMs = 16;

/** Caller and business lie on a channel each, but for a message and for the business's voice alone. */
export function channelsOf(ref: string): 1 | 2 {
  return /-(business|message)$/.test(ref) ? 1 : 2;
}

/**
 * A recording's file is whole. `recording` names it, `bytes` is its size, `recorded` when its first sound was. Without
 * a size there is none: the two were never connected, or nothing was said.
 */
export function readRecording(fields: Fields, at: Instant): readonly CallEvent[] {
  const ref = fields("recording");
  if (ref === undefined) return [];
  const bytes = Number(/^\d{1,12}$/.exec(fields("bytes") ?? "")?.[0] ?? 0);
  const key = `recording:${ref}`;
  if (bytes === 0) return [{ kind: "recording_absent", at, key, why: "never_connected" }];
  const channels = channelsOf(ref);
  const recording = { ref, url: "", lengthMs: Math.round(bytes / bytesPerMs / channels), channels };
  const ready: CallEvent = { kind: "recording_ready", at, key, recording };
  return [...readRecordingStart(fields, at), ready];
}

/** A recording runs: told when it begins, so that it can be paused, and again with its file. */
export function readRecordingStart(fields: Fields, at: Instant): readonly CallEvent[] {
  const [ref, recorded] = [fields("recording"), fields("recorded")];
  if (ref === undefined || recorded === undefined) return [];
  return [{ kind: "recording_started", at: readInstant(recorded, at), key: `recording:${ref}` }];
}
