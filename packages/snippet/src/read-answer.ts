import type { Choice, ConsentEvidence } from "@ringtrail/core/consent";
import { config } from "./site-config.ts";
import { recall } from "./visit-memory.ts";

/**
 * A place that may know what the visitor said; nothing where it is not on this page. True: the browser or its
 * law objects in general, which is no answer to this site (said as `&& true`: the build writes a true of ours as 1). Empty: there is one, which cannot be read yet.
 */
export type AnswerSource = () => Choice | true | "" | false | null | undefined;

/** Global Privacy Control, https://www.w3.org/TR/gpc/ */
interface Signalling {
  readonly globalPrivacyControl?: boolean;
}

/** Asks the places besides the page and the browser that may know the visitor's answer. */
let askOthers: () => readonly ReturnType<AnswerSource>[] = () => [];

/** Sets how they are asked. It never throws. */
export function askOthersBy(ask: typeof askOthers): void {
  askOthers = ask;
}

/**
 * What the visitor said, all places that know together. One "no" is a no; an answer that cannot be read is a no, and
 * where one is on its way nothing is decided: nothing is shown or asked, and nothing deleted that an earlier yes allowed.
 * Only where no place knows anything does the answer count that was given here on an earlier page.
 *
 * @param own is what the visitor said to the page's own question, if the page told us.
 */
export function readAnswer(own?: Choice): ConsentEvidence | false {
  const said: unknown[] = [own, (navigator as Signalling).globalPrivacyControl && true, ...askOthers()];
  const known = (["denied", "", "granted", "unanswered"] as const).find((choice) => said.includes(choice));
  return (
    known !== "" && {
      regime: config.regime,
      choice: known ?? recall().choice ?? "unanswered",
      optOutSignal: said.includes(true),
    }
  );
}
