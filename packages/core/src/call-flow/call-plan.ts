import type { CareWord } from "../care-word.ts";
import type { E164 } from "../phone-number.ts";
import type { Words } from "./words.ts";

/**
 * The moments of a call at which the carrier asks us again or reports. Each carrier folder turns one into a URL.
 *
 * `whisper` asks what to say to whoever answered; `talk-changed` tells of keys and people during the talk and asks
 * whether the recording rests; `sound` names a sound file. The others tell what has happened.
 */
export type Callback =
  | "notice-ended"
  | "consent-answered"
  | "menu-chosen"
  | "dial-ended"
  | "message-ended"
  | "whisper"
  | "talk-changed"
  | "recording"
  | "status"
  | "sound";

/** A step of the flow, by its own name: a callback carries it, so that the answer knows where the call stands. */
export type StepName = CareWord;

/** Whose voice a recording holds. `both`: caller and business on a channel each. */
export type RecordedSides = "both" | "business";

/** One instruction to the carrier, in neutral words. */
export type Step =
  /** `must`: what cannot be said ends the call, because nothing may follow without it. */
  | ({ readonly do: "say"; readonly must?: true | undefined } & Words)
  /**
   * Plays the notice, then always calls back (`notice-ended`), with the refusal key if it was pressed. If the callback
   * cannot be answered, the steps after this one run: so they must bring the caller to the business, unrecorded.
   * `must`: they do not run when it could not be played.
   */
  | ({
      readonly do: "notice";
      readonly refusalKey: string | undefined;
      readonly must?: true | undefined;
      readonly step?: StepName | undefined;
    } & Words)
  /**
   * Asks for a yes by key or speech, then always calls back (`consent-answered`). Silence and everything that is no
   * clear yes is a no. Behind it stands what stands behind a notice.
   */
  | ({
      readonly do: "ask";
      readonly yesKey: string;
      readonly must?: true | undefined;
      readonly step?: StepName | undefined;
    } & Words)
  /** Asks for one key, then always calls back (`menu-chosen`), without one when none was pressed in time. */
  | ({ readonly do: "menu"; readonly timeoutSeconds: number; readonly step: StepName } & Words)
  /** Records the whole call from here on, what the carrier says included. Goes on at once. */
  | { readonly do: "record"; readonly sides: RecordedSides }
  | {
      readonly do: "dial";
      /** All ring at once; the first to answer has the call. At most ten. */
      readonly to: readonly [CareWord<E164>, ...CareWord<E164>[]];
      /** How long the phones ring. */
      readonly timeoutSeconds: number;
      /** `both` records caller and business on a channel each, from the answer on; `business` the business's alone. */
      readonly record: "none" | RecordedSides;
      /** Shown to the business; undefined passes the caller's own number on. */
      readonly callerId: E164 | undefined;
      /** False when no callback may be asked for: the step must work while we are dead. */
      readonly report: boolean;
      /** Said to whoever answers, before the two are connected; the caller does not hear it. */
      readonly whisper?: readonly Words[] | undefined;
      readonly step?: StepName | undefined;
    }
  /** Says the words, beeps, and records what the caller says; then calls back (`message-ended`, `recording`). */
  | ({ readonly do: "message"; readonly mostSeconds: number; readonly step: StepName } & Words)
  | { readonly do: "pause"; readonly seconds: number }
  /** Turns the call away without answering it: it costs the caller nothing. */
  | { readonly do: "reject"; readonly as: "busy" | "not_in_service" }
  | { readonly do: "hangup" };

/** A text to the caller's phone, wanted by a step of the flow. */
export interface PlannedText {
  readonly step: StepName;
  readonly text: CareWord;
}

/** The next instructions to the carrier. */
export interface CallPlan {
  readonly steps: readonly Step[];
  /** Sent beside the call by its own way: no document to the carrier holds them. */
  readonly texts?: readonly PlannedText[] | undefined;
}
