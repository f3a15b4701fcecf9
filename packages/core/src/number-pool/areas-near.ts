import { regionOfNumber } from "../consent/region-of-number.ts";
import type { RuleSet } from "../consent/recording-rule-set.ts";
import type { Area } from "./pool.ts";

/**
 * Which of some areas lie in a visitor's region, by the area codes that come with the law. None when all of them do:
 * then there is nothing to prefer. None without a region either, and none for a code that straddles a border.
 *
 * @param region as a visit's region is told, `US-CA`.
 */
export function areasNear(
  rules: Pick<RuleSet, "areaCodes" | "callingCodes"> | undefined,
  areas: readonly Area[],
  region: string | undefined,
): readonly Area[] {
  if (rules === undefined || region === undefined || areas.length < 2) return [];
  // Any number of the area will do: the place hangs on how it begins.
  const near = areas.filter((area) => regionOfNumber(rules, `${area}5550100`) === region);
  return near.length === areas.length ? [] : near;
}
