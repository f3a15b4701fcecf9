import { instant, type Instant } from "@ringtrail/core";

const pattern = /^(?:[A-Z][a-z]{2}, )?(\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2}) ([+-]\d{4}|GMT|UTC|Z)$/;

/** Reads a date as Twilio writes it (`Fri, 14 Oct 2016 21:56:34 +0000`, RFC 2822); undefined when it is none. */
export function parseRfc2822(text: string | undefined): Instant | undefined {
  const [, local, zone] = pattern.exec(text ?? "") ?? [];
  if (local === undefined || zone === undefined) return undefined;
  const ms = Date.parse(`${local} ${zone}`);
  return Number.isNaN(ms) ? undefined : instant(ms);
}

/**
 * When an event happened, by a clock that tells whole seconds and a message that came later.
 *
 * The event lies anywhere within the second it names. Its last millisecond is taken, but never later than we heard of
 * it: so what truly came after a moment of our own clock never seems to come before it.
 */
export function eventInstant(told: Instant | undefined, heardAt: Instant): Instant {
  return told === undefined ? heardAt : instant(Math.min(told + 999, heardAt));
}
