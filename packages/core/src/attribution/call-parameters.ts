import { day, hour, minute, second, type Milliseconds } from "../time.ts";
import type { Device, Probability } from "./call-match.ts";
import type { DelayPart, DelaySpread, LogNormalSpread } from "./delay-density.ts";

/** What a visit was made with, as far as the parameters tell kinds apart. */
export type DeviceKind = Device | "unknown";

/** How likely a visit is to call after minutes, after hours and after days, in relation to an average visit's 1. */
export type DelayWeights = readonly [minutes: number, hours: number, days: number];

/**
 * Everything the posterior assumes of a site: the shipped prior, or what the site's own calls have taught. Plain data:
 * it is stored as JSON, and each call keeps the `version` that judged it.
 */
export interface CallParameters {
  readonly version: string;
  /** The probability that a visit calls, by its channel (in a replay, its source), and of any other. */
  readonly calls: Readonly<Record<string, Probability>>;
  readonly callsElse: Probability;
  /** How long after seeing a number people call it: minutes, hours, days. */
  readonly delays: readonly [minutes: DelaySpread, hours: DelaySpread, days: DelaySpread];
  /** Which of the three, by device: phones tap within minutes, and a tap is told by itself. */
  readonly weights: Readonly<Record<DeviceKind, DelayWeights>>;
  /** The probability that a tap leads to a call, and how long the call then takes to ring. */
  readonly tapCalls: Probability;
  readonly tapDelays: readonly DelayPart[];
  /** The same of copying the number. */
  readonly copyCalls: Probability;
  readonly copyDelays: readonly DelayPart[];
  /** How much likelier somebody calls who is still on the page, and how many are, by `presenceAges`. */
  readonly onPage: { readonly weight: number; readonly present: readonly Probability[] };
  readonly regions: RegionParameters;
  readonly history: HistoryParameters;
  /** Calls per millisecond and number from nobody we know, on a number only visits are shown, and on a source's. */
  readonly strangers: number;
  readonly strangersOnSource: number;
}

/** Regions by ISO 3166-2. */
export interface RegionParameters {
  /** How often the caller's number is from the visit's region because that is where the caller lives. */
  readonly same: Probability;
  /** Where visits are from, where callers are from whose region is not the visit's, and where strangers are from. */
  readonly visits: Readonly<Record<string, Probability>>;
  readonly callers: Readonly<Record<string, Probability>>;
  readonly strangers: Readonly<Record<string, Probability>>;
  /** The probability of a region that is not listed. */
  readonly unlisted: Probability;
}

/** What an earlier call of the same caller says. */
export interface HistoryParameters {
  /** A caller calls again without a visit with this probability, after these delays. */
  readonly callsAgain: Probability;
  readonly redialDelays: readonly DelayPart[];
  /** How often they dial the number they dialled before. */
  readonly sameNumber: Probability;
  /** Somebody who called before comes back for another visit, and calls from it: how many of visits' calls these are, */
  readonly known: Probability;
  /** how long after the earlier call, and how many of them dial the number they dialled before. */
  readonly knownDelay: LogNormalSpread;
  readonly knownSameNumber: Probability;
}

/** The ages at which `onPage.present` says how many visits are still on the page; between them the nearer one counts. */
export const presenceAges: readonly Milliseconds[] = [
  15 * second,
  30 * second,
  minute,
  2 * minute,
  4 * minute,
  8 * minute,
  16 * minute,
  32 * minute,
  64 * minute,
];

/** A visit silent for less than this is still on the page: one and a half heartbeats. */
export const onPageMs: Milliseconds = 45_000;

/**
 * The shipped prior. Every value is an assumption (research/perf-reliability.md 2.3: nobody has published such delays)
 * until a site has learned its own.
 */
export const priorParameters: CallParameters = {
  version: "delay-mixture-3",
  calls: {},
  callsElse: 0.03,
  delays: [
    { spread: "exponential", mean: 3 * minute },
    { spread: "lognormal", median: 2 * hour, sigma: 1 },
    { spread: "lognormal", median: 2.5 * day, sigma: 1 },
  ],
  weights: {
    phone: [0.3, 0.23, 0.15],
    tablet: [0.5, 0.23, 0.15],
    computer: [0.62, 0.23, 0.15],
    unknown: [0.62, 0.23, 0.15],
  },
  tapCalls: 0.6,
  tapDelays: [
    { share: 0.9, spread: "exponential", mean: 15 * second },
    { share: 0.1, spread: "exponential", mean: 3 * minute },
  ],
  copyCalls: 0.3,
  copyDelays: [
    { share: 0.7, spread: "exponential", mean: minute },
    { share: 0.3, spread: "lognormal", median: hour, sigma: 1 },
  ],
  onPage: { weight: 4, present: [1, 0.98, 0.88, 0.65, 0.38, 0.17, 0.06, 0.02, 0] },
  regions: { same: 0.65, visits: {}, callers: {}, strangers: {}, unlisted: 0.02 },
  history: {
    callsAgain: 0.25,
    redialDelays: [
      { share: 0.5, spread: "exponential", mean: hour },
      { share: 0.5, spread: "lognormal", median: 3 * day, sigma: 1.2 },
    ],
    sameNumber: 0.9,
    known: 0.2,
    knownDelay: { spread: "lognormal", median: 2 * day, sigma: 1.5 },
    knownSameNumber: 0.5,
  },
  strangers: 1 / (60 * day),
  strangersOnSource: 1 / (2 * day),
};

/** Whether parameters are of today's model. Those a site learned for an earlier one lack what this one weighs. */
export function isOfThisModel({ version }: CallParameters): boolean {
  return version === priorParameters.version || version.startsWith(`${priorParameters.version}/`);
}
