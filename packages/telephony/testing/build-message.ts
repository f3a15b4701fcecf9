import { instant, type Instant } from "@ringtrail/core";
import type { CarrierMessage, VerifiedMessage } from "../src/carrier.ts";

/** Half past eight on a Tuesday: the moment tests happen at unless they say otherwise. */
export const someday: Instant = instant(Date.UTC(2026, 2, 3, 8, 30, 0, 500));

/** A webhook as it arrives. */
export function aMessage(
  given: { url?: string; body?: string; signature?: string | undefined; receivedAt?: Instant } = {},
): CarrierMessage {
  const { url = "https://calls.example/voice", body = "", signature, receivedAt = someday } = given;
  return { url, body, receivedAt, header: (name) => (name === "x-twilio-signature" ? signature : undefined) };
}

/** A webhook whose signature counts as checked: for tests of readers only. */
export function aVerifiedMessage(
  form: Readonly<Record<string, string>> | string,
  receivedAt: Instant = someday,
): VerifiedMessage {
  const body = typeof form === "string" ? form : new URLSearchParams(form).toString();
  return aMessage({ body, receivedAt }) as VerifiedMessage;
}
