import { after } from "@ringtrail/core";
import type { CallMatch } from "@ringtrail/core/attribution";
import type { CallEvent } from "@ringtrail/core/call-flow";
import type { PastCall } from "./past-call.ts";

/** No visit of ours stands behind the call: whatever source it has is told, not seen. */
export const unseen: CallMatch = {
  kind: "none",
  candidates: [],
  returning: 0,
  nobody: 1,
  confidence: 1,
  model: "imported",
};

/** What must have happened in a call of which only the sums are known. */
export function eventsOfPast({ ref: key, rangAt, end, talkMs, lengthMs }: PastCall): readonly CallEvent[] {
  const over = after(rangAt, lengthMs);
  return [
    { kind: "rang", at: rangAt, key },
    ...(end === "answered" ? [{ kind: "answered", at: after(over, -talkMs), key } as const] : []),
    { kind: "dial_ended", at: over, key, end, talkMs },
    { kind: "ended", at: over, key, end, lengthMs },
  ];
}
