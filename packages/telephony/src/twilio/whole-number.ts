/** A whole number within what Twilio takes. */
export function whole(seconds: number, least: number, most: number): string {
  return String(Math.min(most, Math.max(least, Math.round(seconds) || least)));
}
