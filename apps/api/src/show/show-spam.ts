import type { SpamShown } from "@ringtrail/api-contract";
import { isFlagged, type CallState } from "@ringtrail/core/call-flow";
import { showMoment } from "./show-moment.ts";

/** How much a call looks like spam and what a person said of it; undefined when nothing speaks for it. */
export function showSpam(state: Pick<CallState, "spam" | "spamSaid">): SpamShown | undefined {
  const { spam, spamSaid } = state;
  return spam === undefined && spamSaid === undefined ? undefined : showJudged(state);
}

/** The same of a call that was judged, by us or by a person. */
export function showJudged(state: Pick<CallState, "spam" | "spamSaid">): SpamShown {
  const { spam, spamSaid } = state;
  return {
    score: spam?.score ?? 0,
    suspected: spam?.advice === "challenge",
    signs: (spam?.signs ?? []).map(({ code }) => code),
    flagged: isFlagged(state),
    said: spamSaid && { isSpam: spamSaid.isSpam, by: spamSaid.by, at: showMoment(spamSaid.at) },
  };
}
