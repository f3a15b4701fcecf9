import { Phi, type E164 } from "@ringtrail/core";
import { regionOfNumber, type RuleSet } from "@ringtrail/core/consent";

/**
 * The region of a caller's number, by the area codes that come with the law; undefined without either. The region is
 * compared and forgotten: the number does not leave the seal.
 */
export function regionOfCaller(law: RuleSet | undefined, number: Phi<E164> | undefined): string | undefined {
  if (law === undefined || number === undefined) return undefined;
  return regionOfNumber(law, Phi.reveal(number, "care-store"));
}
