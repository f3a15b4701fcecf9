import type { CareWord, OpenText } from "../care-word.ts";
import type { NewcomerLacks } from "../consent/judge-newcomer.ts";
import type { Jurisdiction } from "../consent/recording-question.ts";
import type { Instant, Milliseconds } from "../time.ts";
import type { StepName } from "./call-plan.ts";
import type { SpamScore } from "./score-spam.ts";
import type { SoundHash } from "./words.ts";

/** How a leg ended, in neutral words. */
export type LegEnd = "answered" | "busy" | "no_answer" | "failed" | "canceled";

/** Why a recording is to rest: a payment card is read out, or somebody has joined who was not told. */
export type PauseWhy = "card_data" | "newcomer";

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
  /** We judged how much the call looks like spam. It is no carrier's word, and it happens once. */
  | (EventBase & { readonly kind: "scored"; readonly spam: SpamScore })
  /** A person (`by`) said whether the call is spam. What was said last counts over every score. */
  | (EventBase & { readonly kind: "spam_said"; readonly isSpam: boolean; readonly by: CareWord })
  /** The carrier took a sound of ours to play it in this call. A sound it never took was never heard. */
  | (EventBase & { readonly kind: "sound_fetched"; readonly sound: SoundHash })
  /** The full notice was heard to its end, unrecorded. Its callback is the proof. */
  | (EventBase & { readonly kind: "notice_ended"; readonly startedAt?: Instant | undefined })
  /** The carrier says it played the notice or the question, but it never took the sound: nobody heard it. */
  | (EventBase & { readonly kind: "notice_missed"; readonly told: "notice" | "question" })
  /** The caller pressed the refusal key during the notice. */
  | (EventBase & { readonly kind: "refused" })
  /** The caller said yes to the question. */
  | (EventBase & { readonly kind: "agreed"; readonly how: "key" | "speech"; readonly heard?: CareWord | undefined })
  /** The question was heard and not answered with a yes. */
  | (EventBase & { readonly kind: "declined"; readonly how: "key" | "speech" | "silence" })
  /** The caller chose in a menu; `keys` is empty when nothing was pressed in time. */
  | (EventBase & { readonly kind: "chose"; readonly step: StepName; readonly keys: CareWord })
  /** The flow wants a text sent to the caller: what an owner's own hook waits for, whatever the carrier can do. */
  | (EventBase & { readonly kind: "text_due"; readonly step: StepName })
  /** The carrier took the text. */
  | (EventBase & { readonly kind: "texted" })
  /** No text was sent; `why` is a code: `caller_withheld`, `texted_lately`, `carrier_cannot` or a carrier's fault. */
  | (EventBase & { readonly kind: "text_failed"; readonly why: string })
  /** The business's phone is being called: whatever was to be said to the caller before has been said. */
  | (EventBase & { readonly kind: "dialled" })
  /** The business picked up. */
  | (EventBase & { readonly kind: "answered" })
  /** Whoever answered began to be told of the recording, before the two are connected; `endedAt` where the carrier says. */
  | (EventBase & { readonly kind: "business_told"; readonly endedAt?: Instant | undefined })
  /**
   * The leg to the business is over. `talkMs` is 0 when it never answered. `connectedLeg`: the carrier says that this
   * leg, named as in the key of its `business_told`, was connected to the caller: only after all it had to be told.
   */
  | (EventBase & {
      readonly kind: "dial_ended";
      readonly end: LegEnd;
      readonly talkMs: Milliseconds;
      readonly connectedLeg?: string | undefined;
      readonly step?: StepName | undefined;
    })
  | (EventBase & { readonly kind: "recording_started" })
  /** Somebody (`by`) asked that the recording rest while a card is read out, or go on after it. */
  | (EventBase & { readonly kind: "pause_asked"; readonly by: CareWord })
  | (EventBase & { readonly kind: "resume_asked"; readonly by: CareWord })
  /** Whoever answered pressed keys during the talk, at a carrier that hears them. */
  | (EventBase & { readonly kind: "agent_pressed"; readonly keys: CareWord })
  /** Somebody else is on the call now; `who` names them in the carrier's words. Nobody is recorded until they were told. */
  | (EventBase & { readonly kind: "joined"; readonly who: CareWord; readonly place?: Jurisdiction | undefined })
  /** They were told. `lacks`: what the law of their place wants besides; the recording rests on until that is met. */
  | (EventBase & {
      readonly kind: "newcomer_told";
      readonly who: CareWord;
      readonly lacks?: NewcomerLacks | undefined;
    })
  /** The carrier did what was asked: from now on nothing is recorded, or everything again. */
  | (EventBase & { readonly kind: "recording_paused" })
  | (EventBase & { readonly kind: "recording_resumed" })
  | (EventBase & { readonly kind: "recording_ready"; readonly recording: CarrierRecording })
  /** The carrier made no recording after all (too short, silent, failed). */
  | (EventBase & { readonly kind: "recording_absent"; readonly why: string })
  /** The call is over for the caller. */
  | (EventBase & { readonly kind: "ended"; readonly end: LegEnd; readonly lengthMs: Milliseconds });

/** A recording as it lies at the carrier. */
export interface CarrierRecording {
  /** The carrier's id of the recording. */
  readonly ref: OpenText;
  readonly url: OpenText;
  readonly lengthMs: Milliseconds;
  readonly channels: 1 | 2;
}
