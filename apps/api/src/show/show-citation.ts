import { sayVerification, type CheckedCitation } from "@ringtrail/api-contract";
import type { Citation } from "@ringtrail/core/consent";

/** An authority with how well it was checked, in words. */
export function showCitation({ text, of, verification, asOf, sources }: Citation): CheckedCitation {
  return { text, of, verification, asOf, sources: [...sources], checked: sayVerification(verification) };
}
