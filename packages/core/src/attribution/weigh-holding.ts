import { hour, type Milliseconds } from "../time.ts";
import type { Device } from "./call-match.ts";
import type { CallParameters, DeviceKind } from "./call-parameters.ts";
import { logDelayDensity, logSpreadDensity, type DelaySpread } from "./delay-density.ts";
import { logSum } from "./log-sum.ts";
import { isOnPage, presenceWeight } from "./weigh-presence.ts";

/** A tap or a copy longer ago than this says nothing any more: whoever calls then calls for what they saw. */
export const tapCountsMs: Milliseconds = 6 * hour;

/** What the rate of a visit's calls depends on, its region aside. */
export interface Sighting {
  /** The visit's channel, or in a replay its source. */
  readonly kind: string;
  readonly device?: Device | undefined;
  readonly shownAgoMs: Milliseconds;
  readonly seenAgoMs: Milliseconds;
  readonly hiddenAgoMs?: Milliseconds | undefined;
  readonly tappedAgoMs?: Milliseconds | undefined;
  readonly copiedAgoMs?: Milliseconds | undefined;
}

/** Logarithms of rates per millisecond, by the parameters they were prepared for. */
export interface RateTable {
  /** At which a visit calls now: by what it saw, and by a tap or a copy. */
  rate(sighting: Sighting): number;
  /** The same without tap and copy. */
  bySight(sighting: Sighting): number;
  /** The density of the delays of one kind of device. */
  delay(device: DeviceKind, ageMs: Milliseconds): number;
}

/** Works out once what is the same for all visits of a call. */
export function rateTable(parameters: CallParameters): RateTable {
  const { calls, callsElse, onPage, weights, tapCalls, tapDelays, copyCalls, copyDelays } = parameters;
  const parts = parameters.delays.map(prepare);
  const delay = (device: DeviceKind, ageMs: Milliseconds) => {
    const age = Math.max(ageMs, 1);
    const log = Math.log(age);
    let sum = 0;
    for (let nth = 0; nth < parts.length; nth += 1) sum += (weights[device][nth] ?? 0) * (parts[nth]?.(age, log) ?? 0);
    // Beyond what a number can hold the logarithms are added one by one.
    return sum > 1e-280 ? Math.log(sum) : logDelay(parameters, device, age);
  };
  const logCalls = new Map(Object.entries(calls).map(([kind, probability]) => [kind, Math.log(probability)]));
  const logElse = Math.log(callsElse);
  const bySight = (sighting: Sighting) => {
    const { kind, shownAgoMs, device = "unknown" } = sighting;
    const presence = Math.log(presenceWeight(onPage, shownAgoMs, isOnPage(sighting)));
    return (logCalls.get(kind) ?? logElse) + presence + delay(device, shownAgoMs);
  };
  const rate = (sighting: Sighting) => {
    const { tappedAgoMs: tapped = Infinity, copiedAgoMs: copied = Infinity } = sighting;
    const rates = [bySight(sighting)];
    if (tapped <= tapCountsMs) rates.push(Math.log(tapCalls) + logDelayDensity(tapDelays, tapped));
    if (copied <= tapCountsMs) rates.push(Math.log(copyCalls) + logDelayDensity(copyDelays, copied));
    return logSum(rates);
  };
  return { rate, bySight, delay };
}

/** The density of one part of the delays, from an age and its logarithm. */
function prepare(part: DelaySpread): (age: number, log: number) => number {
  if (part.spread === "exponential") return (age) => Math.exp(-age / part.mean) / part.mean;
  const centre = Math.log(part.median);
  const scale = 1 / (part.sigma * Math.sqrt(2 * Math.PI));
  return (age, log) => {
    const deviation = (log - centre) / part.sigma;
    return (scale / age) * Math.exp((-deviation * deviation) / 2);
  };
}

function logDelay({ delays, weights }: CallParameters, device: DeviceKind, ageMs: Milliseconds): number {
  return logSum(delays.map((part, nth) => Math.log(weights[device][nth] ?? 0) + logSpreadDensity(part, ageMs)));
}
