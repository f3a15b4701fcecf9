import type { CallMatch, Candidate } from "./call-match.ts";
import type { Touch } from "./touch.ts";

/** The candidate a one-line answer names: the most probable one, unless something that is no visit leads. */
export function leadingCandidate(match: CallMatch | undefined): Candidate | undefined {
  const isVisit = match?.kind === "exact" || match?.kind === "likely" || match?.kind === "ambiguous";
  return isVisit ? match.candidates[0] : undefined;
}

/**
 * The touch a one-line answer names: the leading candidate's, else that of the number's source, else none.
 *
 * For reading only. Reports share a call's credit by probability and never add up leaders.
 */
export function leadingTouch(match: CallMatch | undefined, sourceTouch: Touch | undefined): Touch | undefined {
  return leadingCandidate(match)?.touch ?? sourceTouch;
}
