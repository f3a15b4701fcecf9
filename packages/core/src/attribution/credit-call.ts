import { day, type Milliseconds } from "../time.ts";
import type { Probability } from "./call-match.ts";
import type { Touch } from "./touch.ts";

/** How a call's credit is split among the touches before it. */
export type CreditModel = "first" | "last" | "last_non_direct" | "linear" | "position" | "time_decay";

/** Every model, in the order screens show them. */
export const creditModels: readonly CreditModel[] = [
  "first",
  "last",
  "last_non_direct",
  "linear",
  "position",
  "time_decay",
];

/** A touch on the way to a call, and how long before the ring it happened. */
export interface TouchBefore {
  readonly touch: Touch;
  readonly agoMs: Milliseconds;
}

/** One touch's share of one call. */
export interface Credit {
  readonly touch: Touch;
  /** From 0 to 1. */
  readonly share: Probability;
}

/** A touch this much older counts half as much under `time_decay`. */
const halfLifeMs: Milliseconds = 7 * day;

/**
 * Splits one call among the touches before it, oldest first. Shares always add up to one, touch by touch in the order
 * given; a touch that earns nothing has the share 0.
 */
export function creditCall(touches: readonly [TouchBefore, ...TouchBefore[]], model: CreditModel): readonly Credit[] {
  const weights = weigh(touches, model);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return touches.map(({ touch }, nth) => ({ touch, share: (weights[nth] ?? 0) / total }));
}

function weigh(touches: readonly TouchBefore[], model: CreditModel): readonly number[] {
  const last = touches.length - 1;
  switch (model) {
    case "first":
      return only(touches, 0);
    case "last":
      return only(touches, last);
    case "last_non_direct": {
      const named = touches.findLastIndex(({ touch }) => touch.channel !== "direct");
      return only(touches, named === -1 ? last : named);
    }
    case "linear":
      return touches.map(() => 1);
    case "position":
      return byPosition(touches.length);
    case "time_decay": {
      // Only differences count, so the youngest touch weighs 1 and a very old call does not divide by zero.
      const youngest = Math.min(...touches.map(({ agoMs }) => agoMs));
      return touches.map(({ agoMs }) => 2 ** ((youngest - agoMs) / halfLifeMs));
    }
  }
}

function only(touches: readonly TouchBefore[], nth: number): readonly number[] {
  return touches.map((_, index) => (index === nth ? 1 : 0));
}

/** 40 % to the first, 40 % to the last, the rest shared by those between; of two touches each gets half. */
function byPosition(length: number): readonly number[] {
  const between = length > 2 ? 0.2 / (length - 2) : 0;
  return Array.from({ length }, (_, nth) => (nth === 0 || nth === length - 1 ? 0.4 : between));
}
