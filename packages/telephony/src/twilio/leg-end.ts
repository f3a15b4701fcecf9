import type { Milliseconds } from "@ringtrail/core";
import type { LegEnd } from "@ringtrail/core/call-flow";

const ends: ReadonlyMap<string, LegEnd> = new Map([
  ["completed", "answered"],
  ["answered", "answered"],
  ["busy", "busy"],
  ["no-answer", "no_answer"],
  ["failed", "failed"],
  ["canceled", "canceled"],
]);

/** How a leg ended, by Twilio's CallStatus or DialCallStatus; undefined while it goes on and for unknown words. */
export function legEnd(status: string | undefined): LegEnd | undefined {
  return ends.get(status ?? "");
}

/** Whole seconds as Twilio counts them, in milliseconds. Nonsense counts as nothing. */
export function toMs(seconds: string | undefined): Milliseconds {
  return /^\d{1,7}$/.test(seconds ?? "") ? Number(seconds) * 1_000 : 0;
}
