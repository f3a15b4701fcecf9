import { __ } from "@wordpress/i18n";
import type { Tone } from "../parts/pill.tsx";

/** Where a number is in its life, in words: one for the tile and one sentence for the legend. */
export interface LeaseWords {
  readonly name: string;
  readonly meaning: string;
  readonly tone: Tone;
  /** A visit holds the number now. */
  readonly isLent: boolean;
}

/** Says what a state of a number means. */
export function leaseWords(state: string): LeaseWords {
  switch (state) {
    case "provisional":
      return {
        name: __("Provisional", "ringtrail"),
        meaning: __("just shown to a visit that has not yet proved to be a person", "ringtrail"),
        tone: "busy",
        isLent: true,
      };
    case "active":
      return {
        name: __("Active", "ringtrail"),
        meaning: __("on the screen of a visitor now", "ringtrail"),
        tone: "good",
        isLent: true,
      };
    case "grace":
      return {
        name: __("Grace", "ringtrail"),
        meaning: __("its visitor has left the page but may still call", "ringtrail"),
        tone: "calm",
        isLent: true,
      };
    case "resting":
      return {
        name: __("Resting", "ringtrail"),
        meaning: __("lent out last of all, so that late callers are still known", "ringtrail"),
        tone: "plain",
        isLent: false,
      };
    case "source":
      return {
        name: __("Source", "ringtrail"),
        meaning: __("stands for one source and needs no visitor", "ringtrail"),
        tone: "calm",
        isLent: false,
      };
    case "free":
      return {
        name: __("Free", "ringtrail"),
        meaning: __("waits for the next visit", "ringtrail"),
        tone: "plain",
        isLent: false,
      };
    default:
      return { name: state.replaceAll("_", " "), meaning: "", tone: "plain", isLent: false };
  }
}
