import type { Probability } from "../call-match.ts";
import type { Touch } from "../touch.ts";
import type { CallerPath, ReportCall } from "./report-call.ts";

/** How a call's credit is shared: the part of a report's call that is about who called. */
export type CallShares = Pick<ReportCall, "paths" | "returning" | "nobody">;

/**
 * Who may have made a call, as reports look at it. Where the number stands for one source, whoever was no visit came by
 * that source; else what is no visit's share is a returning caller's or nobody's.
 */
export function sharesOfCall({
  callers,
  returning,
  sourceTouch,
}: {
  readonly callers: readonly Pick<CallerPath, "probability" | "touches">[];
  readonly returning: Probability;
  readonly sourceTouch: Touch | undefined;
}): CallShares {
  const visits = callers.reduce((sum, { probability }) => sum + probability, 0);
  // Probabilities were stored as they were worked out; what is missing to one is rounding.
  const paths: CallerPath[] = callers.map(({ probability, touches }) => ({
    probability: visits > 1 ? probability / visits : probability,
    touches,
  }));
  const rest = Math.max(0, 1 - visits);
  if (sourceTouch !== undefined) {
    const bySource: CallerPath = {
      probability: rest,
      touches: [{ touch: sourceTouch, landingPath: undefined, agoMs: 0 }],
    };
    return { paths: rest > 0 ? [...paths, bySource] : paths, returning: 0, nobody: 0 };
  }
  const again = Math.min(returning, rest);
  return { paths, returning: again, nobody: rest - again };
}
