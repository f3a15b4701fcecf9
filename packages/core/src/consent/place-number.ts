import { err, ok, type Result } from "../result.ts";
import type { Jurisdiction, RecordingQuestionWrong } from "./recording-question.ts";
import type { AreaCodeMeaning, Placeless, RuleSet } from "./recording-rule-set.ts";

const nowhere = (placeless: Placeless): AreaCodeMeaning => ({ places: [], placeless });

const withheld = nowhere("withheld");
const unassignedAreaCode = nowhere("unassigned_area_code");
const unassignedCountryCode = nowhere("unassigned_country_code");

/**
 * Says where a number was first assigned: several places when its code straddles a border, none when it carries none.
 *
 * Numbers are portable and travel with people, so this is a hint and never a proof.
 */
export function placeNumber(
  rules: Pick<RuleSet, "areaCodes" | "callingCodes">,
  number: string | undefined,
): Result<AreaCodeMeaning, RecordingQuestionWrong> {
  if (number === undefined) return ok(withheld);
  if (!/^\+[1-9]\d{6,14}$/.test(number)) return err({ code: "phone_malformed", field: "caller.number" });
  if (number.startsWith("+1")) {
    return ok((number.length === 12 ? rules.areaCodes.get(number.slice(2, 5)) : undefined) ?? unassignedAreaCode);
  }
  const places = callingCodePlaces(rules, number.slice(1));
  return ok(places === undefined ? unassignedCountryCode : { places, placeless: undefined });
}

/** Calling codes have one to three digits and none begins another, so the first that is known is the one. */
function callingCodePlaces(rules: Pick<RuleSet, "callingCodes">, digits: string): readonly Jurisdiction[] | undefined {
  return (
    rules.callingCodes.get(digits.slice(0, 1)) ??
    rules.callingCodes.get(digits.slice(0, 2)) ??
    rules.callingCodes.get(digits.slice(0, 3))
  );
}
