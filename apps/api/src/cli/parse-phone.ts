import { InvalidArgumentError } from "commander";
import parsePhoneNumber from "libphonenumber-js/max";

/** Reads a phone number as people write it, and answers it in E.164. */
export function parsePhone(text: string): string {
  const parsed = parsePhoneNumber(text, "US");
  if (parsed === undefined || !parsed.isPossible()) {
    throw new InvalidArgumentError("Write it with country code, such as +14155550101.");
  }
  return parsed.number;
}
