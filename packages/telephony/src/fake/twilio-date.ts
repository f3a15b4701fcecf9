/** A date as Twilio writes it: `Fri, 14 Oct 2016 21:56:34 +0000`. Fractions of a second are lost. */
export function twilioDate(date: Date): string {
  return date.toUTCString().replace("GMT", "+0000");
}
