import type { CallStateShown } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { Tone } from "../parts/pill.tsx";

/** An outcome in a word or two, with its mood, and whether the call is going on. */
export interface OutcomeWords {
  readonly words: string;
  readonly tone: Tone;
  readonly isLive: boolean;
}

/** Says where a call is or how it ended. */
export function outcomeWords(state: Pick<CallStateShown, "phase" | "businessEnd" | "talkMs">): OutcomeWords {
  const live = (words: string, tone: Tone): OutcomeWords => ({ words, tone, isLive: true });
  const over = (words: string, tone: Tone): OutcomeWords => ({ words, tone, isLive: false });
  if (state.phase === "ringing") return live(__("Ringing", "ringtrail"), "busy");
  if (state.phase === "dialing") return live(__("Connecting", "ringtrail"), "busy");
  if (state.phase === "talking") return live(__("Talking", "ringtrail"), "good");
  if (state.talkMs > 0 || state.businessEnd === "answered") return over(__("Answered", "ringtrail"), "good");
  switch (state.businessEnd) {
    case "busy":
      return over(__("Busy", "ringtrail"), "bad");
    case "no_answer":
      return over(__("Missed", "ringtrail"), "bad");
    case "failed":
      return over(__("Failed", "ringtrail"), "bad");
    default:
      return over(__("Hung up early", "ringtrail"), "plain");
  }
}
