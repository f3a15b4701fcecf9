import type { Choice, ConsentEvidence } from "@ringtrail/core/consent";
import { config } from "./site-config.ts";
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

/** Places besides the page and the browser that may know the visitor's answer. */
export const answerSources: AnswerSource[] = [];

/**
 * What the visitor said, all places that know together. One "no" is a no; an answer that cannot be read is a no. Only
 * where no place knows anything does the answer count that was given here on an earlier page.
 */
export function readAnswer(): ConsentEvidence {
  let said: ReturnType<AnswerSource>[] = ["denied"];
  try {
    said = answerSources.map((read) => read());
    said.push(ownAnswer);
    // Global Privacy Control, https://www.w3.org/TR/gpc/
    if ((navigator as { readonly globalPrivacyControl?: boolean }).globalPrivacyControl) said.push("objected");
  } catch {
    // It is a no.
  }
  const known = (["denied", "granted", "unanswered"] as const).find((choice) => said.includes(choice));
  const choice = known ?? recall().choice ?? "unanswered";
  return { regime: config.regime, choice, optOutSignal: said.includes("objected") };
}
