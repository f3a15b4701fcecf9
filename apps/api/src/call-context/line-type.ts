import type { E164 } from "@ringtrail/core";
import type { CallerEvidence } from "@ringtrail/core/consent";
import parsePhoneNumber from "libphonenumber-js/max";

type LineType = NonNullable<CallerEvidence["lineType"]>;

const known: ReadonlyMap<string, LineType> = new Map([
  ["FIXED_LINE", "landline"],
  ["MOBILE", "mobile"],
  ["VOIP", "voip"],
  ["TOLL_FREE", "toll_free"],
]);

/**
 * The kind of line a number was given out for, by the numbering plans. North America gives landlines and mobiles the
 * same numbers, so there it is unknown; nobody is asked on the way to an answer.
 */
export function lineTypeOf(e164: E164): LineType {
  return known.get(parsePhoneNumber(e164)?.getType() ?? "") ?? "unknown";
}
