import { __ } from "@wordpress/i18n";

const signs: Readonly<Record<string, () => string>> = {
  said_spam: () => __("Somebody has called this caller's calls spam", "ringtrail"),
  many_numbers: () => __("Called many of your numbers within minutes", "ringtrail"),
  short_calls: () => __("Hung up at once, again and again", "ringtrail"),
  ghost_call: () => __("Called a number that nobody is shown", "ringtrail"),
  called_resting: () => __("Has called numbers that nobody is shown", "ringtrail"),
  silent_calls: () => __("Pressed no key when one was asked for", "ringtrail"),
  neighbour: () => __("The number begins as yours does, as robots choose them", "ringtrail"),
  attestation_failed: () => __("The phone network does not vouch for the number", "ringtrail"),
  withheld: () => __("The number is withheld", "ringtrail"),
};

/** A reason why a call looks like spam; one this version does not know is shown as the server names it. */
export function spamSignWords(sign: string): string {
  return Object.hasOwn(signs, sign) ? (signs[sign]?.() ?? sign) : sign.replaceAll("_", " ");
}
