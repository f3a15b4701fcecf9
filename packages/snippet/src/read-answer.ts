import type { Choice, ConsentEvidence } from "@ringtrail/core/consent";
import { recall } from "./visit-memory.ts";

/** A place that may know what the visitor said; undefined where it is not on this page. */
export type AnswerSource = () => Choice | undefined;

/** Places that may know the visitor's answer. */
export const answerSources: AnswerSource[] = [];
/** Places that may know of a general objection of the browser or of its law. */
export const optOutSignals: (() => boolean)[] = [
  // Global Privacy Control, https://www.w3.org/TR/gpc/
  () => (navigator as { readonly globalPrivacyControl?: boolean }).globalPrivacyControl === true,
];

/**
 * What the visitor said, all places that know together. One "no" is a no; an answer that cannot be read is a no. Only
 * where no place knows anything does the yes count that was given here on an earlier page.
 */
export function readAnswer(own: Choice | undefined): Omit<ConsentEvidence, "regime"> {
  let choices: (Choice | undefined)[];
  try {
    choices = [own, ...answerSources.map((read) => read())];
  } catch {
    choices = ["denied"];
  }
  const known = (["denied", "granted", "unanswered"] as const).find((said) => choices.includes(said));
  return { choice: known ?? recall().choice ?? "unanswered", optOutSignal: optOutSignals.some((read) => read()) };
}
