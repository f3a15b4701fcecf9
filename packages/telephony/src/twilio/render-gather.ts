import type { Callback, Step, StepName } from "@ringtrail/core/call-flow";
import type { CallbackUrl } from "../carrier.ts";
import type { Verb } from "./build-twiml.ts";
import { withLimits } from "./connection-limits.ts";
import { whole } from "./whole-number.ts";
import { yesWords } from "./yes-words.ts";

interface Gathering {
  readonly callback: Callback;
  readonly step?: StepName | undefined;
  readonly timeoutSeconds: number;
}

/**
 * What is said stands inside a Gather. `actionOnEmptyResult` makes a silent end call back too, and for a notice that
 * callback is the proof. Any key calls back at once, because `finishOnKey` is empty and one digit is enough. If the
 * callback fails, Twilio goes to the number's fallback address or on to the next verb: both dial the business.
 */
export function gather({ callback, step, timeoutSeconds }: Gathering, said: Verb, callbackUrl: CallbackUrl): Verb {
  return {
    name: "Gather",
    attributes: {
      input: "dtmf",
      numDigits: "1",
      finishOnKey: "",
      timeout: whole(timeoutSeconds, 1, 600),
      actionOnEmptyResult: "true",
      action: withLimits(callbackUrl(callback, step), "decision"),
      method: "POST",
    },
    children: [said],
  };
}

/** A question for a yes: by key or by speech. Whatever comes, or nothing, is told. */
export function question(step: Extract<Step, { do: "ask" }>, said: Verb, callbackUrl: CallbackUrl): Verb {
  const asked = gather({ callback: "consent-answered", step: step.step, timeoutSeconds: 4 }, said, callbackUrl);
  const { language } = step;
  const hints = [...yesWords(language), "no"].join(", ");
  return { ...asked, attributes: { ...asked.attributes, input: "dtmf speech", language, hints, speechTimeout: "1" } };
}
