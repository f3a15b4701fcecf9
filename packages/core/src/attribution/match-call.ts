import type { CallMatch, CallOnNumber, Candidate, Factor, Holding } from "./call-match.ts";
import { callDelay, logDelayDensity, redialDelay, tapDelay } from "./delay-density.ts";
import { logSum } from "./log-sum.ts";
import { holdingWindowMs, prior } from "./match-prior.ts";
import { nameMatch } from "./name-match.ts";

/**
 * Says who called, as probabilities that add up to one: each visit that was shown the number, an earlier caller without
 * a visit, or nobody we know.
 *
 * Each of them is a stream of calls with a rate at the moment of the ring, and the probabilities are the rates' shares.
 * All is worked out in logarithms, so no number of visits and no age makes a rate vanish.
 */
export function matchCall(call: CallOnNumber): CallMatch {
  const { holdings, earlierCallsAgoMs, sourceTouch } = call;
  const known = earlierCallsAgoMs.length > 0 ? Math.log(prior.knownCaller) : 0;
  const rates = holdings.map((holding) => known + logRate(holding));
  const nobodyRate = known + Math.log(sourceTouch === undefined ? prior.strangers : prior.strangersOnSource);
  const returningRate =
    Math.log(prior.callsAgain) + logSum(earlierCallsAgoMs.map((ago) => logDelayDensity(redialDelay, ago)));
  const total = logSum([...rates, nobodyRate, returningRate]);
  const visits = logSum(rates);
  const candidates = holdings
    .map((holding, nth) => candidateOf(holding, rates[nth] ?? -Infinity, total, visits))
    .toSorted((a, b) => b.probability - a.probability || (a.visit < b.visit ? -1 : 1));
  const returning = Math.exp(returningRate - total);
  const nobody = Math.exp(nobodyRate - total);
  const confidence = Math.max(candidates[0]?.probability ?? 0, returning, nobody);
  const kind = nameMatch(call, candidates, { returning, nobody, confidence });
  return { kind, candidates, returning, nobody, confidence, model: prior.model };
}

function isOnPage({ seenAgoMs }: Holding): boolean {
  return seenAgoMs <= prior.onPageMs;
}

/** The rate at which a visit would call now: by what it saw, and by a tap if there was one. */
function logRate(holding: Holding): number {
  const bySight = logRateBySight(holding);
  if (holding.tappedAgoMs === undefined) return bySight;
  return logSum([bySight, Math.log(prior.tapCalls) + logDelayDensity(tapDelay, holding.tappedAgoMs)]);
}

function logRateBySight(holding: Holding): number {
  const onPage = isOnPage(holding) ? Math.log(prior.stillOnPage) : 0;
  return Math.log(prior.visitCalls) + logDelayDensity(callDelay, holding.shownAgoMs) + onPage;
}

function candidateOf(holding: Holding, rate: number, total: number, visits: number): Candidate {
  const { visit, touch } = holding;
  const isSole = Math.exp(rate - visits) >= prior.soleShare;
  return { visit, touch, probability: Math.exp(rate - total), factors: factorsOf(holding, isSole) };
}

/** The reasons in words. A weight compares with a visit that was shown the number at any moment of the window. */
function factorsOf(holding: Holding, isSole: boolean): readonly Factor[] {
  const { shownAgoMs, seenAgoMs, tappedAgoMs } = holding;
  const shown = Math.exp(logDelayDensity(callDelay, shownAgoMs) + Math.log(holdingWindowMs));
  const tap = Math.exp(logRate(holding) - logRateBySight(holding));
  return [
    { name: "shown_ago", weight: shown, fact: shownAgoMs },
    ...(isOnPage(holding) ? [{ name: "still_on_page", weight: prior.stillOnPage, fact: seenAgoMs } as const] : []),
    ...(tappedAgoMs === undefined ? [] : [{ name: "tel_tap", weight: tap, fact: tappedAgoMs } as const]),
    ...(isSole ? [{ name: "sole_holder", weight: 1, fact: true } as const] : []),
  ];
}
