import type { Milliseconds } from "../time.ts";
import type { HistoryParameters } from "./call-parameters.ts";
import { logDelayDensity, logSpreadDensity } from "./delay-density.ts";
import { holdingWindowMs } from "./holding-window.ts";
import { logSum } from "./log-sum.ts";

/** What is known of the caller's earlier calls. */
export interface CallerHistory {
  /** Earlier calls of this caller, as milliseconds before the ring. */
  readonly earlierCallsAgoMs: readonly Milliseconds[];
  /** Those of them on this very number; absent when nobody knows. */
  readonly earlierOnNumberAgoMs?: readonly Milliseconds[] | undefined;
  /** How many calls this number had within `holdingWindowMs`, and how many people called any; absent when nobody counted. */
  readonly ringsOnNumber?: number | undefined;
  readonly people?: number | undefined;
}

/** A caller who dials another number of ours than before has found it somewhere: they are as rare as this on each. */
export const perOtherNumber = 0.1;
/** Taken for the number of earlier callers where nobody counted them. */
const fewCallers = 5;

/** The logarithm of the rate at which this caller would call again now without a visit. -Infinity: never called before. */
export function logRedialRate(history: HistoryParameters, caller: CallerHistory): number {
  const { here, elsewhere } = divideByNumber(caller);
  const { callsAgain, redialDelays, sameNumber } = history;
  const rate = (agos: readonly Milliseconds[]) => logSum(agos.map((ago) => logDelayDensity(redialDelays, ago)));
  return (
    Math.log(callsAgain) +
    logSum([Math.log(sameNumber) + rate(here), Math.log((1 - sameNumber) * perOtherNumber) + rate(elsewhere)])
  );
}

/**
 * The logarithm of how likely a visit's call, or a stranger's, is to come from this very caller. New callers: 0.
 *
 * Whoever called before comes back after a while, so among all who may have come back a caller is the likelier the
 * better their own pause fits: its density against that of everybody's, which is the rate at which people call.
 */
export function logKnown(history: HistoryParameters, caller: CallerHistory): number {
  if (caller.earlierCallsAgoMs.length === 0) return 0;
  const fits = comeBacks(history, caller).map(({ log }) => log);
  return Math.log(history.known) + Math.min(0, logSum(fits));
}

/** An earlier call after which the caller may have come back, and the logarithm of how well its pause fits. */
export interface ComeBack {
  readonly agoMs: Milliseconds;
  readonly isHere: boolean;
  readonly log: number;
}

/** Every earlier call of a caller as one after which they came back. */
export function comeBacks(history: HistoryParameters, caller: CallerHistory): readonly ComeBack[] {
  const { knownDelay, knownSameNumber: same } = history;
  const { here, elsewhere } = divideByNumber(caller);
  const fit = (share: number, calls: number | undefined, isHere: boolean) => {
    const among = Math.log((share * holdingWindowMs) / Math.max(calls ?? fewCallers, 1));
    return (agoMs: Milliseconds) => ({ agoMs, isHere, log: among + logSpreadDensity(knownDelay, agoMs) });
  };
  return [...here.map(fit(same, caller.ringsOnNumber, true)), ...elsewhere.map(fit(1 - same, caller.people, false))];
}

/** The earlier calls on this number, and those on others. */
function divideByNumber({ earlierCallsAgoMs: all, earlierOnNumberAgoMs: here = all }: CallerHistory): {
  readonly here: readonly Milliseconds[];
  readonly elsewhere: readonly Milliseconds[];
} {
  const left = [...here];
  const elsewhere = all.filter((ago) => {
    const place = left.indexOf(ago);
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
  return { here, elsewhere };
}
