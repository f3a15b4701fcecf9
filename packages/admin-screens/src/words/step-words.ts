import { __, sprintf } from "@wordpress/i18n";
import type { StepKind } from "../flows/flow-steps.ts";

/** What a kind of step is called. */
export function stepWords(kind: StepKind): string {
  return {
    greeting: __("Greeting", "ringtrail"),
    hours: __("Opening hours", "ringtrail"),
    menu: __("Keypad menu", "ringtrail"),
    ring: __("Ring phones", "ringtrail"),
    place: __("By the caller's place", "ringtrail"),
    challenge: __("Key against robots", "ringtrail"),
    text: __("Text to the caller", "ringtrail"),
    message: __("Voicemail", "ringtrail"),
    goodbye: __("Goodbye", "ringtrail"),
  }[kind];
}

/** What a step does, in one sentence. */
export function stepHint(kind: StepKind): string {
  return {
    greeting: __("Says something and goes on.", "ringtrail"),
    hours: __("Asks the clock of the business whether it is open.", "ringtrail"),
    menu: __("Asks for a key; each leads somewhere.", "ringtrail"),
    ring: __("Rings the business.", "ringtrail"),
    place: __("Leads on by where the caller's number is from.", "ringtrail"),
    challenge: __(
      "Asks callers who look like robots for a key. Everybody else goes on and hears nothing.",
      "ringtrail",
    ),
    text: __("Texts the caller's phone and goes on at once, at most once a day to a caller.", "ringtrail"),
    message: __("Takes a message.", "ringtrail"),
    goodbye: __("Says something, or nothing, and ends the call.", "ringtrail"),
  }[kind];
}

/** When a caller goes this way. `field` is the way's path below its step. */
export function wayWords(field: string): string {
  const [, key] = /^choices\.(.)$/.exec(field) ?? [];
  /* translators: %s: a key of a telephone. */
  if (key !== undefined) return sprintf(__("Key %s", "ringtrail"), key);
  const [, route] = /^routes\.(\d+)\.next$/.exec(field) ?? [];
  /* translators: %d: a number that counts. */
  if (route !== undefined) return sprintf(__("Places %d", "ringtrail"), Number(route) + 1);
  const words: Readonly<Record<string, () => string>> = {
    next: () => __("Then", "ringtrail"),
    open: () => __("Open", "ringtrail"),
    closed: () => __("Closed", "ringtrail"),
    otherwise: () => __("Otherwise", "ringtrail"),
    passed: () => __("Pressed, or no suspect", "ringtrail"),
    failed: () => __("Not pressed", "ringtrail"),
    unanswered: () => __("Nobody answered", "ringtrail"),
  };
  return Object.hasOwn(words, field) ? (words[field]?.() ?? field) : field;
}

/** A step as it stands in lists and in the diagram: its number in the form and its kind. */
export function stepTitle(number: number, kind: StepKind): string {
  /* translators: 1: the number of a step; 2: its kind, for example "Keypad menu". */
  return sprintf(__("%1$d. %2$s", "ringtrail"), number, stepWords(kind));
}
