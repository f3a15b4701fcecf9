import type { E164 } from "../phone-number.ts";

/** A language tag of a spoken text: `en-US`, `es-US`. */
export type Language = string;

/** The moments of a call at which the carrier asks us again or reports. Each carrier folder turns one into a URL. */
export type Callback = "notice-ended" | "dial-ended" | "recording" | "status";

/** One instruction to the carrier, in neutral words. */
export type Step =
  | { readonly do: "say"; readonly text: string; readonly language: Language }
  /**
   * Plays the notice, then always calls back (`notice-ended`), with the refusal key if it was pressed. If the callback
   * cannot be answered, the steps after this one run: so they must bring the caller to the business, unrecorded.
   */
  | {
      readonly do: "notice";
      readonly text: string;
      readonly language: Language;
      readonly refusalKey: string | undefined;
    }
  | {
      readonly do: "dial";
      readonly to: E164;
      /** How long the business's phone rings. */
      readonly timeoutSeconds: number;
      /** `both` records caller and business on a channel each, from the answer on. */
      readonly record: "none" | "both";
      /** Shown to the business; undefined passes the caller's own number on. */
      readonly callerId: E164 | undefined;
      /** False when no callback may be asked for: the step must work while we are dead. */
      readonly report: boolean;
    }
  | { readonly do: "pause"; readonly seconds: number }
  | { readonly do: "hangup" };

/** The next instructions to the carrier. */
export interface CallPlan {
  readonly steps: readonly Step[];
}
