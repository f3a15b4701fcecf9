import { instant, type Instant } from "@ringtrail/core";

const rfc2822 = /^(?:[A-Z][a-z]{2}, )?(\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2}) ([+-]\d{4}|GMT|UTC|Z)$/;
const iso8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/**
 * Reads a date as Twilio writes it (`Fri, 14 Oct 2016 21:56:34 +0000`, RFC 2822) or as Telnyx does in its webhooks
 * (`2024-01-15T10:30:00Z`, ISO 8601); undefined when it is neither.
 */
export function parseStamp(text: string | undefined): Instant | undefined {
  const [, local, zone] = rfc2822.exec(text ?? "") ?? [];
  const plain = local !== undefined && zone !== undefined ? `${local} ${zone}` : iso8601.exec(text ?? "")?.[0];
  const ms = plain === undefined ? Number.NaN : Date.parse(plain);
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
