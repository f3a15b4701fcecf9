import type { Instant, Milliseconds } from "../time.ts";
import { between, minute, second } from "../time.ts";

/** An earlier call of the same caller to any number of the account. */
export interface EarlierCall {
  readonly at: Instant;
  /** Whatever tells one number of the account from another. */
  readonly number: string;
  readonly talkMs: Milliseconds;
  /** It went to a number that rests, which nobody is shown. */
  readonly wasGhost?: boolean | undefined;
  /** A menu or a challenge asked for a key, and none was pressed. */
  readonly wasSilent?: boolean | undefined;
  /** What a person said of it, and when; undefined while nobody has. */
  readonly said?: { readonly isSpam: boolean; readonly at: Instant } | undefined;
}

/** What is known of a caller when the phone rings. Who it is stays outside. */
export interface CallerSigns {
  readonly rangAt: Instant;
  readonly number: string;
  readonly withheld: boolean;
  /** What the phone network says of the caller's right to the number. */
  readonly attestation: { readonly level: "A" | "B" | "C" | "none"; readonly result: "passed" | "failed" | "absent" };
  /** The number rests before it is given back: nobody is shown it. */
  readonly isGhost: boolean;
  /** The caller's number begins as the number called does, exchange included: how robots pass for people next door. */
  readonly isNeighbour: boolean;
  /** The owner vouches for this caller. */
  readonly isAllowed: boolean;
  readonly earlier: readonly EarlierCall[];
}

/** Why a call looks like spam. */
export type SpamSign =
  | { readonly code: "said_spam" }
  | { readonly code: "many_numbers"; readonly numbers: number }
  | { readonly code: "short_calls"; readonly calls: number }
  | { readonly code: "ghost_call" }
  | { readonly code: "called_resting"; readonly calls: number }
  | { readonly code: "silent_calls"; readonly calls: number }
  | { readonly code: "neighbour" }
  | { readonly code: "attestation_failed" }
  | { readonly code: "withheld" };

/** How much a call looks like spam, with every reason. */
export interface SpamScore {
  /** 0: nothing speaks for it; 1: everything does. */
  readonly score: number;
  readonly signs: readonly SpamSign[];
  /** `challenge`: the caller is asked to press a key. Nobody is turned away unheard. */
  readonly advice: "let_ring" | "challenge";
}

/** From here on a caller is asked for a key. One weak sign never reaches it, nor do all signs of the network's. */
export const challengeFrom = 0.5;

/** A sweep over an account's numbers takes minutes; the habit of hanging up at once shows within a day. */
const [sweepMs, habitMs, shortMs]: readonly [Milliseconds, Milliseconds, Milliseconds] = [
  10 * minute,
  24 * 60 * minute,
  6 * second,
];

/**
 * Scores a ringing call by what a pool of numbers sees best: one caller on many numbers, calls that end at once, calls
 * to numbers nobody is shown. The network's attestation is one weak sign among them and never enough: robocallers have
 * it too (arXiv 2410.17361), and many people do not. A caller who once talked, or whom the owner vouches for, rings. What
 * a person said last of this caller's calls counts over all of that.
 */
export function scoreSpam(caller: CallerSigns): SpamScore {
  const word = lastWord(caller);
  const isSpared = caller.isAllowed || word === false || (word === undefined && hasTalked(caller));
  const signs = isSpared ? [] : signsOf(caller, word === true);
  const spared = signs.reduce((left, sign) => left * (1 - weightOf(sign)), 1);
  const score = 1 - spared;
  return { score, signs, advice: score >= challengeFrom ? "challenge" : "let_ring" };
}

/** Robots do not talk. */
function hasTalked({ earlier }: CallerSigns): boolean {
  return earlier.some(({ talkMs }) => talkMs >= 30 * second);
}

/** What a person said last of any earlier call; of two words at one instant the one that clears. */
function lastWord({ earlier }: CallerSigns): boolean | undefined {
  const said = earlier.flatMap((call) => call.said ?? []);
  const last = said.reduce((latest, { at }) => Math.max(latest, at), -Infinity);
  return said.length === 0 ? undefined : said.filter(({ at }) => at === last).every(({ isSpam }) => isSpam);
}

function signsOf(caller: CallerSigns, saidSpam: boolean): readonly SpamSign[] {
  const { rangAt, number, earlier } = caller;
  const within = (ms: Milliseconds) => earlier.filter(({ at }) => at <= rangAt && between(at, rangAt) <= ms);
  const numbers = new Set([number, ...within(sweepMs).map((call) => call.number)]).size;
  const count = (is: (call: EarlierCall) => boolean) => within(habitMs).filter(is).length;
  const calls = count(({ talkMs }) => talkMs > 0 && talkMs < shortMs);
  const [resting, silent] = [count(({ wasGhost }) => wasGhost === true), count(({ wasSilent }) => wasSilent === true)];
  const found: readonly (SpamSign | undefined)[] = [
    saidSpam ? { code: "said_spam" } : undefined,
    numbers >= 3 ? { code: "many_numbers", numbers } : undefined,
    calls >= 2 ? { code: "short_calls", calls } : undefined,
    caller.isGhost ? { code: "ghost_call" } : undefined,
    resting > 0 ? { code: "called_resting", calls: resting } : undefined,
    silent > 0 ? { code: "silent_calls", calls: silent } : undefined,
    caller.attestation.result === "failed" ? { code: "attestation_failed" } : undefined,
    caller.withheld ? { code: "withheld" } : undefined,
  ];
  const signs = found.filter((sign) => sign !== undefined);
  // People do call the business next door: by itself it is no sign at all.
  return signs.length > 0 && caller.isNeighbour ? [...signs, { code: "neighbour" }] : signs;
}

/** How much one sign says by itself. The weak ones stay below the challenge even together. */
function weightOf(sign: SpamSign): number {
  switch (sign.code) {
    case "said_spam":
      return 0.7;
    case "many_numbers":
      return Math.min(0.9, 0.3 + 0.1 * sign.numbers);
    case "short_calls":
      return Math.min(0.8, 0.2 + 0.15 * sign.calls);
    case "ghost_call":
      return 0.5;
    case "called_resting":
      return Math.min(0.7, 0.3 + 0.15 * sign.calls);
    // Whoever is silent once may have been looking for the keys.
    case "silent_calls":
      return Math.min(0.7, 0.1 + 0.2 * sign.calls);
    case "neighbour":
      return 0.1;
    case "attestation_failed":
      return 0.2;
    case "withheld":
      return 0.1;
  }
}

/** Of two judgements the one that weighs more: the order they come in does not matter. */
export function mostSuspicious(a: SpamScore | undefined, b: SpamScore): SpamScore {
  return a === undefined || b.score > a.score ? b : a;
}
