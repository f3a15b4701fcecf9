import type { Instant, Milliseconds } from "../time.ts";

/** How a leg ended, in neutral words. */
export type LegEnd = "answered" | "busy" | "no_answer" | "failed" | "canceled";

interface EventBase {
  /** When it happened by the carrier's clock where it says so, else when we heard of it. */
  readonly at: Instant;
  /** The carrier's own key for this event; with the call and the kind it makes the event unique. */
  readonly key: string;
}

/**
 * What a carrier tells us of a call, in neutral words. Events come in any order and any number of times;
 * `foldCall` gives the same call for every order and repetition.
 */
export type CallEvent =
  | (EventBase & { readonly kind: "rang" })
  /** The full notice was heard to its end, unrecorded. Its callback is the proof. */
  | (EventBase & { readonly kind: "notice_ended" })
  /** The caller pressed the refusal key during the notice. */
  | (EventBase & { readonly kind: "refused" })
  /** The business picked up. */
  | (EventBase & { readonly kind: "answered" })
  /** The leg to the business is over. `talkMs` is 0 when it never answered. */
  | (EventBase & { readonly kind: "dial_ended"; readonly end: LegEnd; readonly talkMs: Milliseconds })
  | (EventBase & { readonly kind: "recording_started" })
  | (EventBase & { readonly kind: "recording_ready"; readonly recording: CarrierRecording })
  /** The carrier made no recording after all (too short, silent, failed). */
  | (EventBase & { readonly kind: "recording_absent"; readonly why: string })
  /** The call is over for the caller. */
  | (EventBase & { readonly kind: "ended"; readonly end: LegEnd; readonly lengthMs: Milliseconds });

/** A recording as it lies at the carrier. */
export interface CarrierRecording {
  /** The carrier's id of the recording. */
  readonly ref: string;
  readonly url: string;
  readonly lengthMs: Milliseconds;
  readonly channels: 1 | 2;
}
