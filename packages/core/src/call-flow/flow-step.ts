import type { Jurisdiction } from "../consent/recording-question.ts";
import type { CareWord } from "../care-word.ts";
import type { E164 } from "../phone-number.ts";
import type { StepName } from "./call-plan.ts";
import type { Words } from "./words.ts";

/** When a business is open. Local time is worked out at the edge; the core is told whether it is open now. */
export interface OpeningHours {
  /** An IANA time zone: `America/Chicago`. */
  readonly timeZone: string;
  /** Local times of a weekday, 1 Monday to 7 Sunday: `09:00` to `17:00`. Past midnight is two entries. */
  readonly weekly: readonly { readonly day: number; readonly from: string; readonly to: string }[];
  /** Local days on which the business is closed whatever the week says: `2026-12-25`. */
  readonly closedOn: readonly string[];
}

/** A phone of the business, and its share of the calls where they are shared out by weight. */
export interface RungPhone {
  readonly phone: CareWord<E164>;
  readonly weight?: number | undefined;
}

/** One step of what a caller goes through. Other steps are named by their `StepName`. */
export type FlowStep =
  | { readonly kind: "greeting"; readonly words: Words; readonly next: StepName }
  | { readonly kind: "hours"; readonly hours: OpeningHours; readonly open: StepName; readonly closed: StepName }
  | {
      readonly kind: "menu";
      readonly words: Words;
      readonly timeoutSeconds: number;
      /** Where each key leads. */
      readonly choices: Readonly<Record<string, StepName>>;
      /** Where any other key, or none, leads. */
      readonly otherwise: StepName;
    }
  | {
      readonly kind: "ring";
      readonly phones: readonly [RungPhone, ...RungPhone[]];
      /** All at once, one after another in their order, or one of them by weight and then the others in order. */
      readonly how: "together" | "in_turn" | "weighted";
      /** How long each rings. */
      readonly ringSeconds: number;
      /** Where the caller goes when nobody answered; undefined ends the call. */
      readonly unanswered?: StepName | undefined;
      /** Whoever answers hears which source and keyword the call is credited to. */
      readonly sayWhere?: boolean | undefined;
    }
  | {
      readonly kind: "place";
      /** By where the caller's number was first assigned: `US-CA`. The first that fits counts. */
      readonly routes: readonly { readonly places: readonly Jurisdiction[]; readonly next: StepName }[];
      readonly otherwise: StepName;
    }
  /** Asks a caller who looks like a machine to press a key; everybody else goes on at once. */
  | {
      readonly kind: "challenge";
      readonly words: Words;
      readonly key: string;
      readonly passed: StepName;
      readonly failed: StepName;
    }
  /** Has a text sent to the caller's phone, which does not hold the call up: `Sorry we missed you`. Suspects get none. */
  | { readonly kind: "text"; readonly text: CareWord; readonly next: StepName }
  | { readonly kind: "message"; readonly words: Words; readonly mostSeconds: number }
  | { readonly kind: "goodbye"; readonly words: Words | undefined };

/** The steps of a flow and the one that comes first. */
export interface FlowSteps {
  readonly first: StepName;
  readonly all: Readonly<Record<string, FlowStep>>;
}

/** What the edge knows of one call when it is planned. */
export interface CallContext {
  /** Whether each step that asks for opening hours finds them open; a step that is not named counts as open. */
  readonly isOpen: Readonly<Record<string, boolean>>;
  /** Where the caller's number was first assigned; undefined when nobody can say. */
  readonly callerPlace: Jurisdiction | undefined;
  /** The caller looks like a machine. */
  readonly isSuspect: boolean;
  /** The owner wants no calls from this number. */
  readonly isBlocked: boolean;
  /** From 0 up to 1, the same for every question about this call: it shares calls out by weight. */
  readonly draw: number;
}

/** A call of which nothing is known. */
export const plainContext: CallContext = {
  isOpen: {},
  callerPlace: undefined,
  isSuspect: false,
  isBlocked: false,
  draw: 0,
};
