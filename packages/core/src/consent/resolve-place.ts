import { err, ok, type Result } from "../result.ts";
import type { Jurisdiction, RecordingQuestionWrong } from "./recording-question.ts";
import type { PlaceRule, RuleSet } from "./recording-rule-set.ts";

/**
 * Finds the rule that speaks for a place: its own, its union's, or its country's. Undefined is a real place without a
 * rule, which is unknown law; a code that names no place is bad input.
 */
export function resolvePlace(
  rules: RuleSet,
  code: Jurisdiction,
  field: string,
): Result<PlaceRule | undefined, RecordingQuestionWrong> {
  const own = rules.places.get(code) ?? rules.places.get(rules.memberOf.get(code) ?? code);
  if (own !== undefined) return ok(own);
  const country = code.slice(0, 2);
  if (rules.notLoaded.has(country)) return err({ code: "rules_not_loaded", field, country });
  const union = rules.memberOf.get(country);
  if (union !== undefined && rules.notLoaded.has(union))
    return err({ code: "rules_not_loaded", field, country: union });
  if (rules.countries.has(code)) return ok(undefined);
  if (!isPartOf(rules, code, country)) return err({ code: "jurisdiction_unknown", field, given: code.slice(0, 64) });
  return ok(rules.places.get(country) ?? rules.places.get(union ?? country));
}

/** Countries whose parts the set does not list are asked as a whole, so any well-formed part of them will do. */
function isPartOf(rules: RuleSet, code: Jurisdiction, country: string): boolean {
  return rules.countries.has(country) && !rules.subdivided.has(country) && /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code);
}
