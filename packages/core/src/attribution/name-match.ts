import { minute } from "../time.ts";
import type { CallMatch, CallOnNumber, Candidate } from "./call-match.ts";
import { holdingWindowMs } from "./match-prior.ts";

/** A tap this short before the ring, and probable, makes a match exact. */
const tapMatchMs = 2 * minute;

/** Names the match by what leads it. A number nobody held for long that rings is pollution. */
export function nameMatch(
  { holdings, sourceTouch, lastHeldAgoMs }: CallOnNumber,
  [first]: readonly Candidate[],
  { returning, nobody, confidence }: Pick<CallMatch, "returning" | "nobody" | "confidence">,
): CallMatch["kind"] {
  if (first !== undefined && first.probability === confidence) return kindOfVisit(first);
  if (returning > nobody) return "returning";
  if (holdings.length > 0 && sourceTouch === undefined) return "outside";
  const isLongUnheld = lastHeldAgoMs !== undefined && lastHeldAgoMs >= holdingWindowMs;
  return isLongUnheld && sourceTouch === undefined ? "pollution" : "none";
}

/** Exact needs more than a high probability: nobody else it could have been, or a tap just before the ring. */
function kindOfVisit({ probability, factors }: Candidate): "exact" | "likely" | "ambiguous" {
  if (probability < 0.8) return "ambiguous";
  const isExact = factors.some(
    ({ name, fact }) =>
      name === "sole_holder" || (name === "tel_tap" && typeof fact === "number" && fact <= tapMatchMs),
  );
  return isExact ? "exact" : "likely";
}
