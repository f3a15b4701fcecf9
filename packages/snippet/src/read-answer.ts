import type { Choice, ConsentEvidence } from "@ringtrail/core/consent";
import { recall } from "./visit-memory.ts";

/**
 * A place that may know what the visitor said; undefined where it is not on this page. `objected`: the browser or its
 * law objects in general, which is no answer to this site.
 */
export type AnswerSource = () => Choice | "objected" | undefined;

/** What the visitor said to the page's own question, if the page told us. */
export let ownAnswer: Choice | undefined;

/** Takes what the page told us. What is no word of ours is a no. */
export function takeAnswer(choice: Choice): void {
  ownAnswer = choice === "granted" ? choice : "denied";
}

/** Places that may know the visitor's answer. */
export const answerSources: AnswerSource[] = [
  () => ownAnswer,
  // Global Privacy Control, https://www.w3.org/TR/gpc/
  () => ((navigator as { readonly globalPrivacyControl?: boolean }).globalPrivacyControl ? "objected" : undefined),
];

/**
 * What the visitor said, all places that know together. One "no" is a no; an answer that cannot be read is a no. Only
 * where no place knows anything does the answer count that was given here on an earlier page.
 */
export function readAnswer(): Omit<ConsentEvidence, "regime"> {
  let said: ReturnType<AnswerSource>[];
  try {
    said = answerSources.map((read) => read());
  } catch {
    said = ["denied"];
  }
  const known = (["denied", "granted", "unanswered"] as const).find((choice) => said.includes(choice));
  return { choice: known ?? recall().choice ?? "unanswered", optOutSignal: said.includes("objected") };
}
