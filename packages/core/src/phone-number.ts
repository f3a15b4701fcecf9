import type { Branded } from "./brand.ts";
import { err, ok, type Result } from "./result.ts";

/** A phone number in E.164: a plus sign and 7 to 15 digits (ITU-T E.164). */
export type E164 = Branded<string, "E164">;

/** The text is not a number in E.164. National formats are worked out by a phone library at the edge. */
export interface PhoneMalformed {
  readonly code: "phone_malformed";
}

/** Reads a number in E.164. A leading space counts as a plus sign that form decoding ate. */
export function parseE164(text: string): Result<E164, PhoneMalformed> {
  const candidate = text.startsWith(" ") ? `+${text.slice(1)}` : text;
  return /^\+[1-9]\d{6,14}$/.test(candidate) ? ok(candidate as E164) : err({ code: "phone_malformed" });
}

/** What may be shown to someone who may not see the number: the country's side and the last two digits. */
export function maskE164(number: E164): string {
  return `${number.slice(0, 2)}${"•".repeat(number.length - 4)}${number.slice(-2)}`;
}

/** The three-digit area code of a North American number (country code 1), else undefined. */
export function areaCode(number: E164): string | undefined {
  return /^\+1\d{10}$/.test(number) ? number.slice(2, 5) : undefined;
}
