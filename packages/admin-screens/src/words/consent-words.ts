import { __ } from "@wordpress/i18n";
import type { Tone } from "../parts/pill.tsx";

/** What a recording needs, in a word or two, with its mood. */
export interface MeansWords {
  readonly short: string;
  readonly tone: Tone;
}

/** Says what was decided for a call. The sentences that explain it come from the server, the same for every reader. */
export function meansWords(means: string): MeansWords {
  switch (means) {
    case "silent":
      return {
        short: __("No notice needed", "ringtrail"),
        tone: "good",
      };
    case "announce":
      return {
        short: __("Announced", "ringtrail"),
        tone: "good",
      };
    case "active_consent":
      return {
        short: __("Needs a yes", "ringtrail"),
        tone: "busy",
      };
    default:
      return {
        short: __("Not recorded", "ringtrail"),
        tone: "bad",
      };
  }
}
