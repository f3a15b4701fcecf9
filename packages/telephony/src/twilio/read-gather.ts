import { yesKey, type CallEvent } from "@ringtrail/core/call-flow";
import type { Heard } from "./heard.ts";
import { legEnd } from "./leg-end.ts";
import type { Form } from "./read-form.ts";
import { yesIn } from "./yes-words.ts";

/**
 * The notice's Gather is over. Any key stops the notice, so only a silent end proves that all of it was heard; a
 * caller who has hung up heard less.
 */
export function readNotice(form: Form, { at, carrierRef }: Heard): readonly CallEvent[] {
  if (legEnd(form("CallStatus")) !== undefined) return [];
  const pressed = form("Digits") !== undefined || form("FinishedOnKey") !== undefined;
  return [{ kind: pressed ? "refused" : "notice_ended", at, key: carrierRef }];
}

/** The question for a yes is over: a key counts over words, and what is no clear yes is a no. */
export function readAnswer(form: Form, { at, carrierRef }: Heard): readonly CallEvent[] {
  if (legEnd(form("CallStatus")) !== undefined) return [];
  const [keys, heard] = [form("Digits"), form("SpeechResult")];
  if (keys === yesKey) return [{ kind: "agreed", at, key: carrierRef, how: "key", heard: keys }];
  if (keys !== undefined || form("FinishedOnKey") !== undefined) {
    return [{ kind: "declined", at, key: carrierRef, how: "key" }];
  }
  if (heard === undefined) return [{ kind: "declined", at, key: carrierRef, how: "silence" }];
  const yes = yesIn(heard);
  if (yes === undefined) return [{ kind: "declined", at, key: carrierRef, how: "speech" }];
  return [{ kind: "agreed", at, key: carrierRef, how: "speech", heard: yes }];
}

/** A menu is over. Its key is the step, so that each menu of a call is an event of its own. */
export function readChoice(form: Form, { at, step }: Heard): readonly CallEvent[] {
  if (legEnd(form("CallStatus")) !== undefined || step === undefined) return [];
  return [{ kind: "chose", at, key: step, step, keys: form("Digits") ?? "" }];
}
