import type { CallParameters, HistoryParameters } from "../call-parameters.ts";
import { logSpreadDensity, type DelayPart } from "../delay-density.ts";
import { logSum } from "../log-sum.ts";
import { comeBacks, perOtherNumber } from "../weigh-history.ts";
import type { ExpectedCounts } from "./expected-counts.ts";
import { fitLogNormal } from "./fit-log-normal.ts";
import { reachedBy } from "./maximise-evidence.ts";
import { strength } from "./pooling.ts";
import type { SiteTally } from "./site-tally.ts";

/** How often people call again, without a visit and from another one, after how long, and on which number. */
export function learnHistory(
  tally: SiteTally,
  counts: ExpectedCounts,
  now: CallParameters,
  prior: CallParameters,
): HistoryParameters {
  return { ...learnRedials(tally, counts, now, prior), ...learnComeBacks(counts, now, prior) };
}

type Redials = Pick<HistoryParameters, "callsAgain" | "redialDelays" | "sameNumber">;

function learnRedials(tally: SiteTally, counts: ExpectedCounts, now: CallParameters, prior: CallParameters): Redials {
  const a = strength.history;
  const { redialDelays } = now.history;
  const sums = redialDelays.map(() => ({ calls: 0, ages: 0, logs: 0, squares: 0 }));
  let here = 0;
  for (const { call, part } of counts.redials) {
    const onNumber = new Set(call.earlierOnNumberAgoMs);
    const pieces = call.earlierCallsAgoMs.flatMap((ago) =>
      redialDelays.map((delay, nth) => {
        const place = onNumber.has(ago) ? now.history.sameNumber : (1 - now.history.sameNumber) * perOtherNumber;
        return {
          ago,
          nth,
          isHere: onNumber.has(ago),
          rate: place * delay.share * Math.exp(logSpreadDensity(delay, ago)),
        };
      }),
    );
    const all = pieces.reduce((sum, { rate }) => sum + rate, 0);
    for (const { ago, nth, isHere, rate } of pieces) {
      const calls = all > 0 ? (part * rate) / all : 0;
      const log = Math.log(Math.max(ago, 1));
      const sum = sums[nth];
      if (isHere) here += calls;
      if (sum === undefined) continue;
      sum.calls += calls;
      sum.ages += calls * ago;
      sum.logs += calls * log;
      sum.squares += calls * log * log;
    }
  }
  const exposed = reachedBy(tally.redialExposure, redialDelays);
  return {
    callsAgain: Math.min(0.99, (counts.returning + a) / (exposed + a / prior.history.callsAgain)),
    redialDelays: prior.history.redialDelays.map((part, nth): DelayPart => {
      const { calls, ages, logs, squares } = sums[nth] ?? { calls: 0, ages: 0, logs: 0, squares: 0 };
      const share = (calls + a * part.share) / (counts.returning + a);
      if (part.spread === "exponential") return { ...part, share, mean: (ages + a * part.mean) / (calls + a) };
      return { share, ...fitLogNormal({ calls, logs, squares }, part, a) };
    }),
    sameNumber: (here + a * prior.history.sameNumber) / (counts.returning + a),
  };
}

type ComeBacks = Pick<HistoryParameters, "known" | "knownDelay" | "knownSameNumber">;

function learnComeBacks(counts: ExpectedCounts, now: CallParameters, prior: CallParameters): ComeBacks {
  const a = strength.history;
  const sums = { calls: 0, here: 0, logs: 0, squares: 0 };
  for (const { call, part } of counts.comeBacks) {
    const after = comeBacks(now.history, call);
    const all = logSum(after.map(({ log }) => log));
    for (const { agoMs, isHere, log } of after) {
      const calls = part * Math.exp(log - all);
      const age = Math.log(Math.max(agoMs, 1));
      sums.calls += calls;
      sums.here += isHere ? calls : 0;
      sums.logs += calls * age;
      sums.squares += calls * age * age;
    }
  }
  const { history } = prior;
  return {
    known: (sums.calls + a * history.known) / (counts.callerVisits + a),
    knownDelay: fitLogNormal(sums, history.knownDelay, a),
    knownSameNumber: (sums.here + a * history.knownSameNumber) / (sums.calls + a),
  };
}
