import type { CallerPlaceShown } from "@ringtrail/api-contract";
import type { RuleSet } from "@ringtrail/core/consent";
import type { KeptPlace } from "@ringtrail/core/ports";
import { maskNumber } from "../workflows/declare-place.ts";
import { placeNames } from "./name-place.ts";
import { showMoment } from "./show-moment.ts";

/** A declared place, its number masked. */
export function showCallerPlace(law: RuleSet | undefined, declared: KeptPlace): CallerPlaceShown {
  const { id, number, kind, place, basis, declaredBy, declaredAt } = declared;
  const name = placeNames(law)(place);
  return { id, phone: maskNumber(number), kind, place, name, basis, declaredBy, declaredAt: showMoment(declaredAt) };
}
