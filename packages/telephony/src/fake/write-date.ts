import type { FakeCall } from "./fake-call.ts";

/** A date as Twilio writes it: `Fri, 14 Oct 2016 21:56:34 +0000`. Fractions of a second are lost. */
export function twilioDate(date: Date): string {
  return date.toUTCString().replace("GMT", "+0000");
}

/** A moment as the account's carrier writes it in webhooks: Telnyx's are ISO 8601 in whole seconds. */
export function stamp({ place }: Pick<FakeCall, "place">, date: Date): string {
  return place.keys.face === "telnyx" ? date.toISOString().replace(/\.\d+Z$/, "Z") : twilioDate(date);
}
