import { minute, type Milliseconds } from "../time.ts";
import type { CallMatch, CallOnNumber, Probability } from "./call-match.ts";
import { holdingWindowMs } from "./holding-window.ts";

/** A tap this short before the ring, and probable, makes a match exact. */
const tapMatchMs = 2 * minute;

/** The most probable visit, as far as the name of the match depends on it. */
export interface Leader {
  readonly probability: Probability;
  /** No other visit can have called. */
  readonly isSole: boolean;
  readonly tappedAgoMs: Milliseconds | undefined;
}

/** Names the match by what leads it. A number nobody held for long that rings is pollution. */
export function nameMatch(
  { sourceTouch, lastHeldAgoMs }: Pick<CallOnNumber, "sourceTouch" | "lastHeldAgoMs">,
  leader: Leader | undefined,
  { returning, nobody, confidence }: Pick<CallMatch, "returning" | "nobody" | "confidence">,
): CallMatch["kind"] {
  if (leader !== undefined && leader.probability === confidence) return kindOfVisit(leader);
  if (returning > nobody) return "returning";
  if (leader !== undefined && sourceTouch === undefined) return "outside";
  const isLongUnheld = lastHeldAgoMs !== undefined && lastHeldAgoMs >= holdingWindowMs;
  return isLongUnheld && sourceTouch === undefined ? "pollution" : "none";
}

/** Exact needs more than a high probability: nobody else it could have been, or a tap just before the ring. */
function kindOfVisit({ probability, isSole, tappedAgoMs }: Leader): "exact" | "likely" | "ambiguous" {
  if (probability < 0.8) return "ambiguous";
  return isSole || (tappedAgoMs !== undefined && tappedAgoMs <= tapMatchMs) ? "exact" : "likely";
}
