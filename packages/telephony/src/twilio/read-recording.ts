import type { Instant } from "@ringtrail/core";
import type { CallEvent } from "@ringtrail/core/call-flow";
import { toMs } from "./leg-end.ts";
import { eventInstant, parseStamp } from "./parse-stamp.ts";
import type { Form } from "./read-form.ts";

/**
 * Reads a recording's callback. `absent` names 16101 (too short) or 16102 (silent), `failed` a broken encryption
 * (Twilio help, "Recording Status Callbacks").
 */
export function readRecording(form: Form, heardAt: Instant): readonly CallEvent[] {
  const ref = form("RecordingSid");
  const status = form("RecordingStatus");
  if (ref === undefined || status === undefined) return [];
  const key = `${ref}:${status}`;
  if (status === "in-progress") {
    return [{ kind: "recording_started", at: eventInstant(parseStamp(form("RecordingStartTime")), heardAt), key }];
  }
  if (status === "absent" || status === "failed") {
    return [{ kind: "recording_absent", at: heardAt, key, why: absence.get(form("ErrorCode") ?? "") ?? status }];
  }
  const url = form("RecordingUrl");
  if (status !== "completed" || url === undefined) return [];
  const lengthMs = toMs(form("RecordingDuration"));
  const channels = form("RecordingChannels") === "2" ? 2 : 1;
  return [{ kind: "recording_ready", at: heardAt, key, recording: { ref, url, lengthMs, channels } }];
}

const absence: ReadonlyMap<string, string> = new Map([
  ["16101", "too_short"],
  ["16102", "silent"],
]);
