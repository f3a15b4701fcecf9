import type { CallMatchShown } from "@ringtrail/api-contract";
import type { CallMatch } from "@ringtrail/core/attribution";
import { sayFactor } from "./say-factor.ts";

/** Who may have called, with every reason in words. */
export function showMatch(match: CallMatch): CallMatchShown {
  return {
    kind: match.kind,
    candidates: match.candidates.map(({ visit, touch, probability, factors }) => ({
      visit,
      touch,
      probability,
      factors: factors.map((factor) => ({ ...factor, words: sayFactor(factor) })),
    })),
    returning: match.returning,
    nobody: match.nobody,
    confidence: match.confidence,
    model: match.model,
  };
}
