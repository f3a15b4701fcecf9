import { err, ok, type Result } from "../result.ts";
import type { PauseWhy } from "./call-event.ts";
import type { CallState } from "./fold-call.ts";

/** What the carrier is to do with a running recording. */
export type RecordingOrder = { readonly order: "pause"; readonly why: PauseWhy } | { readonly order: "resume" };

/**
 * What the carrier must be told now so that the recording is as it should be; undefined when it is.
 *
 * A recording rests while a card is read out and while anybody on the call was not told; it goes on only when neither
 * holds any more. Asked again after every event, so that no carrier's folder has to know the rule.
 */
export function recordingOrder({ phase, recordingStartedAt, rest }: CallState): RecordingOrder | undefined {
  if (phase === "ended" || recordingStartedAt === undefined) return undefined;
  const [why] = rest.wanted;
  if (why !== undefined) return rest.isPaused ? undefined : { order: "pause", why };
  return rest.isPaused ? { order: "resume" } : undefined;
}

/** There is no recording to pause: it has not begun, the call is over, or the call is not recorded at all. */
export interface CallNotRecording {
  readonly code: "call_not_recording";
}

/** Says whether this call's recording can be paused or resumed now. */
export function maySteer({ phase, recordingStartedAt }: CallState): Result<undefined, CallNotRecording> {
  return phase === "ended" || recordingStartedAt === undefined ? err({ code: "call_not_recording" }) : ok(undefined);
}
