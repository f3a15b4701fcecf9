import { __ } from "@wordpress/i18n";
import type { Tone } from "../parts/pill.tsx";

/** What a place asks for, as the map tells it apart: a notice inside the recording is a kind of its own. */
export type AnswerKind = "silent" | "announce" | "inside" | "active_consent" | "do_not_record";

/** Every kind, loosest first. */
export const answerKinds: readonly AnswerKind[] = ["silent", "announce", "inside", "active_consent", "do_not_record"];

/** The kind of an answer; one that a newer server knows counts as the strictest. */
export function answerKind(means: string, isNoticeInside: boolean): AnswerKind {
  if (means === "silent" || means === "active_consent") return means;
  if (means === "announce") return isNoticeInside ? "inside" : "announce";
  return "do_not_record";
}

/** A kind in two or three words, the same as the server's, and its mood. */
export function answerWords(kind: AnswerKind): { readonly words: string; readonly tone: Tone } {
  switch (kind) {
    case "silent":
      return { words: __("No notice needed", "ringtrail"), tone: "plain" };
    case "announce":
      return { words: __("Announce", "ringtrail"), tone: "calm" };
    case "inside":
      return { words: __("Announce, inside the recording too", "ringtrail"), tone: "calm" };
    case "active_consent":
      return { words: __("Ask for a yes", "ringtrail"), tone: "busy" };
    case "do_not_record":
      return { words: __("Do not record", "ringtrail"), tone: "bad" };
  }
}
