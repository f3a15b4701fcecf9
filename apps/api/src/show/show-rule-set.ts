import type { PlaceChangeShown, RuleSetShown } from "@ringtrail/api-contract";
import type { RuleSetStamp } from "@ringtrail/core/consent";
import type { PlaceChange } from "@ringtrail/recording-law";
import { showCitation } from "./show-citation.ts";

/** A rule set's name, version and hash. */
export function showRuleSet({ name, version, asOf, hash }: RuleSetStamp): RuleSetShown {
  return { name, version, asOf, hash };
}

/** Which set answered, and what it is not. */
export function sayRuleSet({ name, version, asOf }: RuleSetStamp): string {
  return `Rule set ${name} ${version}, as of ${asOf}. Facts with citations, not legal advice.`;
}

/** How one place stands in two rule sets. */
export function showChange({ place, name, before, after, why, citations }: PlaceChange): PlaceChangeShown {
  return { place, name, before, after, why, citations: citations.map(showCitation) };
}
