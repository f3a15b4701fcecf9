import type { CallMatch, Touch } from "../attribution/index.ts";
import type { OpenText } from "../care-word.ts";
import type { StateTold } from "../call-flow/state-told.ts";
import type { SiteId } from "../ids.ts";
import type { E164 } from "../phone-number.ts";
import type { Instant } from "../time.ts";
import type { CallValue } from "./money-store.ts";

/** What happened, as destinations are told it. The names are permanent. */
export type FactKind =
  | "call.started"
  | "call.answered"
  | "call.completed"
  | "call.credited"
  | "call.recorded"
  | "call.updated"
  | "voicemail"
  | "form"
  | "notice"
  | "digest"
  | "test";

/** A call as it stood when the fact happened. Who called is not part of it: that lies in the care tables. */
export interface CallTold {
  /** Undefined in healthcare mode: which number rang says how the caller came. */
  readonly number: E164 | undefined;
  readonly site: SiteId;
  /** Empty in healthcare mode: a clinic may be called after one specialist, and no name stands beside a call. */
  readonly siteName: string;
  readonly rangAt: Instant;
  readonly healed: boolean;
  /** The site was in healthcare mode: that there was a call is all that is told, and who called only where it is covered. */
  readonly isHealthcare: boolean;
  readonly state: StateTold;
  readonly match: CallMatch | undefined;
  readonly sourceTouch: Touch | undefined;
  readonly value: CallValue | undefined;
  /** What this fact adds: the recording that was stored. */
  readonly more: Readonly<Record<string, OpenText | number | boolean>>;
}

/** One thing that happened, in the outbox. Facts of one subject are numbered from 1 without a gap. */
export interface Fact {
  /** A UUID: the same for every delivery of it, so that a receiver can tell a repetition. */
  readonly id: string;
  readonly kind: FactKind;
  /** What it is about: a call's id, or another UUID where there is no call. */
  readonly subject: string;
  readonly sequence: number;
  readonly at: Instant;
  /** The call as it stood then; undefined where the fact is about no call. */
  readonly call: CallTold | undefined;
  /** What there is to say where the fact is about no call. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** A fact about no call, or one whose call has just been given something by another side. */
export interface NewFact {
  readonly kind: FactKind;
  readonly subject: string;
  /** Facts of one subject, kind and key are the same fact: a repetition changes nothing. */
  readonly key: string;
  readonly at: Instant;
  readonly about: Readonly<Record<string, OpenText | number | boolean>>;
}
