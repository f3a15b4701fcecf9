import type { Instant, Milliseconds } from "../time.ts";
import type { CallEvent, CarrierRecording, LegEnd } from "./call-event.ts";

/** Where a call is. A call that has ended stays ended, whatever late event arrives. */
export type CallPhase = "ringing" | "dialing" | "talking" | "ended";

/** What all events of a call add up to. */
export interface CallState {
  readonly phase: CallPhase;
  /** How the leg to the business ended; undefined while it is open or when it was never dialled. */
  readonly businessEnd: LegEnd | undefined;
  readonly noticeEndedAt: Instant | undefined;
  readonly refused: boolean;
  readonly answeredAt: Instant | undefined;
  readonly endedAt: Instant | undefined;
  /** How long caller and business talked. */
  readonly talkMs: Milliseconds;
  /** From the ring to the end, for the caller. */
  readonly lengthMs: Milliseconds;
  readonly recordingStartedAt: Instant | undefined;
  readonly recording: CarrierRecording | undefined;
  /** Why the carrier made no recording; undefined once there is one after all. */
  readonly recordingAbsent: string | undefined;
}

/** The state of a call nothing is known of but that it rang. */
export const ringing: CallState = {
  phase: "ringing",
  businessEnd: undefined,
  noticeEndedAt: undefined,
  refused: false,
  answeredAt: undefined,
  endedAt: undefined,
  talkMs: 0,
  lengthMs: 0,
  recordingStartedAt: undefined,
  recording: undefined,
  recordingAbsent: undefined,
};

/** Folds the events of one call. The answer is the same for every order and repetition of the same events. */
export function foldCall(events: readonly CallEvent[]): CallState {
  const state = events.reduce(withEvent, ringing);
  return state.recording === undefined ? state : { ...state, recordingAbsent: undefined };
}

/** The state after one more event: each field keeps the earliest instant or the greatest length it was told. */
function withEvent(state: CallState, event: CallEvent): CallState {
  switch (event.kind) {
    case "rang":
      return state;
    case "notice_ended":
      return { ...state, phase: later(state.phase, "dialing"), noticeEndedAt: earliest(state.noticeEndedAt, event.at) };
    case "refused":
      return { ...state, phase: later(state.phase, "dialing"), refused: true };
    case "answered":
      return { ...state, phase: later(state.phase, "talking"), answeredAt: earliest(state.answeredAt, event.at) };
    case "dial_ended":
      return {
        ...state,
        phase: later(state.phase, event.end === "answered" ? "talking" : "dialing"),
        businessEnd: strongest(state.businessEnd, event.end),
        talkMs: Math.max(state.talkMs, event.talkMs),
      };
    case "recording_started":
      return { ...state, recordingStartedAt: earliest(state.recordingStartedAt, event.at) };
    case "recording_ready":
      return { ...state, recording: longest(state.recording, event.recording) };
    case "recording_absent":
      return { ...state, recordingAbsent: least(state.recordingAbsent, event.why) };
    case "ended":
      return {
        ...state,
        phase: "ended",
        endedAt: earliest(state.endedAt, event.at),
        lengthMs: Math.max(state.lengthMs, event.lengthMs),
      };
  }
}

const phases: readonly CallPhase[] = ["ringing", "dialing", "talking", "ended"];

function later(a: CallPhase, b: CallPhase): CallPhase {
  return phases.indexOf(a) >= phases.indexOf(b) ? a : b;
}

function earliest(a: Instant | undefined, b: Instant): Instant {
  return a === undefined || b < a ? b : a;
}

const ends: readonly LegEnd[] = ["canceled", "failed", "no_answer", "busy", "answered"];

function strongest(a: LegEnd | undefined, b: LegEnd): LegEnd {
  return a === undefined || ends.indexOf(b) > ends.indexOf(a) ? b : a;
}

function longest(a: CarrierRecording | undefined, b: CarrierRecording): CarrierRecording {
  if (a === undefined || b.lengthMs > a.lengthMs) return b;
  return b.lengthMs === a.lengthMs && inWords(b) < inWords(a) ? b : a;
}

/** Orders recordings of one length, so that the choice does not hang on which one was told first. */
function inWords({ ref, url, channels }: CarrierRecording): string {
  return JSON.stringify([ref, url, channels]);
}

function least(a: string | undefined, b: string): string {
  return a === undefined || b < a ? b : a;
}
