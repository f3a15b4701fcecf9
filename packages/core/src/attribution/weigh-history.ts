import type { Milliseconds } from "../time.ts";
import type { HistoryParameters } from "./call-parameters.ts";
import { logDelayDensity } from "./delay-density.ts";
import { logSum } from "./log-sum.ts";

/** What is known of the caller's earlier calls. */
export interface CallerHistory {
  /** Earlier calls of this caller, as milliseconds before the ring. */
  readonly earlierCallsAgoMs: readonly Milliseconds[];
  /** Those of them on this very number; absent when nobody knows. */
  readonly earlierOnNumberAgoMs?: readonly Milliseconds[] | undefined;
  /** How many different people have called before; absent when nobody knows. */
  readonly knownCallers?: number | undefined;
}

/** A caller who dials another number of ours than before has found it somewhere: they are as rare as this on each. */
const perOtherNumber = 0.1;
/** Taken for the number of earlier callers where nobody counted them. */
const fewCallers = 5;

/** The logarithm of the rate at which this caller would call again now without a visit. -Infinity: never called before. */
export function logRedialRate(history: HistoryParameters, caller: CallerHistory): number {
  const { earlierCallsAgoMs: all, earlierOnNumberAgoMs: here = all } = caller;
  const { callsAgain, redialDelays, sameNumber } = history;
  const rate = (agos: readonly Milliseconds[]) => logSum(agos.map((ago) => logDelayDensity(redialDelays, ago)));
  const elsewhere = all.length > here.length ? without(all, here) : [];
  return (
    Math.log(callsAgain) +
    logSum([Math.log(sameNumber) + rate(here), Math.log((1 - sameNumber) * perOtherNumber) + rate(elsewhere)])
  );
}

/** The logarithm of how likely a visit's call, or a stranger's, is to come from this very caller. New callers: 0. */
export function logKnown(history: HistoryParameters, { earlierCallsAgoMs, knownCallers }: CallerHistory): number {
  if (earlierCallsAgoMs.length === 0) return 0;
  return Math.log(history.known / Math.max(knownCallers ?? fewCallers, 1));
}

function without(all: readonly Milliseconds[], here: readonly Milliseconds[]): readonly Milliseconds[] {
  const left = [...here];
  return all.filter((ago) => {
    const place = left.indexOf(ago);
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
}
