import type { CareWord } from "../care-word.ts";
import type { Instant, Milliseconds } from "../time.ts";
import { mostSuspicious, type SpamScore } from "./score-spam.ts";
import type { CallEvent, CarrierRecording, LegEnd } from "./call-event.ts";
import { foldPauses, noRest, type Rest } from "./fold-pauses.ts";
import { lastSaid, type SpamSaid } from "./said-of-spam.ts";
import {
  earliest,
  firstConnected,
  laterPhase,
  least,
  longest,
  strongest,
  withChoice,
  withText,
  withTold,
  type ConnectedLeg,
  type TextState,
} from "./settle-facts.ts";

/** Where a call is. A call that has ended stays ended, whatever late event arrives. */
export type CallPhase = "ringing" | "dialing" | "talking" | "ended";

/** What all events of a call add up to. */
export interface CallState {
  readonly phase: CallPhase;
  /** How the leg to the business ended; undefined while it is open or when it was never dialled. */
  readonly businessEnd: LegEnd | undefined;
  readonly noticeEndedAt: Instant | undefined;
  readonly refused: boolean;
  /** The caller's answer to the question for a yes; undefined when none was asked or none came. A no outlasts a yes. */
  readonly agreed: boolean | undefined;
  /** What the caller pressed in each menu. */
  readonly choices: Readonly<Record<string, CareWord>>;
  readonly dialledAt: Instant | undefined;
  readonly answeredAt: Instant | undefined;
  /** When whoever answered was told of the recording. */
  readonly businessToldAt: Instant | undefined;
  /** When that was said to its end; undefined also where the carrier does not say so. */
  readonly businessToldEndedAt: Instant | undefined;
  /** The leg that the carrier says was connected to the caller; undefined also where it does not say so. */
  readonly connected?: ConnectedLeg | undefined;
  readonly endedAt: Instant | undefined;
  /** How long caller and business talked. */
  readonly talkMs: Milliseconds;
  /** From the ring to the end, for the caller. */
  readonly lengthMs: Milliseconds;
  readonly recordingStartedAt: Instant | undefined;
  /** Whether the recording rests or should. */
  readonly rest: Rest;
  readonly recording: CarrierRecording | undefined;
  /** How much the call looks like spam; undefined when nothing speaks for it. What a person said of it counts more. */
  readonly spam?: SpamScore | undefined;
  readonly spamSaid?: SpamSaid | undefined;
  /** A text to the caller: when the flow wanted it, when the carrier took it, or why there was none. */
  readonly text?: TextState | undefined;
  /** Why the carrier made no recording; undefined once there is one after all. */
  readonly recordingAbsent: string | undefined;
}

/** The state of a call nothing is known of but that it rang. */
export const ringing: CallState = {
  phase: "ringing",
  businessEnd: undefined,
  noticeEndedAt: undefined,
  refused: false,
  agreed: undefined,
  choices: {},
  dialledAt: undefined,
  answeredAt: undefined,
  businessToldAt: undefined,
  businessToldEndedAt: undefined,
  endedAt: undefined,
  talkMs: 0,
  lengthMs: 0,
  recordingStartedAt: undefined,
  rest: noRest,
  recording: undefined,
  recordingAbsent: undefined,
};

/** Folds the events of one call. The answer is the same for every order and repetition of the same events. */
export function foldCall(events: readonly CallEvent[]): CallState {
  const state = { ...events.reduce(withEvent, ringing), rest: foldPauses(events) };
  return state.recording === undefined ? state : { ...state, recordingAbsent: undefined };
}

/** The state after one more event: each field keeps the earliest instant or the greatest length it was told. */
function withEvent(state: CallState, event: CallEvent): CallState {
  const atLeast = (phase: CallPhase) => laterPhase(state.phase, phase);
  switch (event.kind) {
    case "scored":
      return { ...state, spam: mostSuspicious(state.spam, event.spam) };
    case "spam_said":
      return { ...state, spamSaid: lastSaid(state.spamSaid, event) };
    case "notice_ended":
      return { ...state, phase: atLeast("dialing"), noticeEndedAt: earliest(state.noticeEndedAt, event.at) };
    case "refused":
      return { ...state, phase: atLeast("dialing"), refused: true };
    case "agreed":
      return { ...state, phase: atLeast("dialing"), agreed: state.agreed ?? true };
    case "declined":
      return { ...state, phase: atLeast("dialing"), agreed: false };
    case "chose":
      return { ...state, choices: withChoice(state.choices, event) };
    case "text_due":
    case "texted":
    case "text_failed":
      return { ...state, text: withText(state.text, event) };
    case "dialled":
      return { ...state, phase: atLeast("dialing"), dialledAt: earliest(state.dialledAt, event.at) };
    case "answered":
      return { ...state, phase: atLeast("talking"), answeredAt: earliest(state.answeredAt, event.at) };
    case "business_told":
      return { ...state, ...withTold(state, event) };
    case "dial_ended":
      return {
        ...state,
        phase: atLeast(event.end === "answered" ? "talking" : "dialing"),
        businessEnd: strongest(state.businessEnd, event.end),
        talkMs: Math.max(state.talkMs, event.talkMs),
        ...firstConnected(state.connected, event),
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
    // What these say is added up by `foldPauses`, or changes nothing.
    case "rang":
    case "sound_fetched":
    case "notice_missed":
    case "pause_asked":
    case "resume_asked":
    case "agent_pressed":
    case "joined":
    case "newcomer_told":
    case "recording_paused":
    case "recording_resumed":
      return state;
  }
}
