import { day, type Milliseconds } from "../time.ts";

/** How a call's credit is split among the touches before it, each call by itself. */
export type CreditModel =
  | "first"
  | "last"
  | "last_non_direct"
  | "last_paid"
  | "linear"
  | "position"
  | "w_shaped"
  | "time_decay";

/** Every model, in the order screens show them. */
export const creditModels: readonly CreditModel[] = [
  "first",
  "last",
  "last_non_direct",
  "last_paid",
  "linear",
  "position",
  "w_shaped",
  "time_decay",
];

/** What the models know of a touch. */
export interface Step {
  readonly isDirect: boolean;
  readonly isPaid: boolean;
  /** How long before the ring. */
  readonly agoMs: Milliseconds;
}

/** A touch this much older counts half as much under `time_decay`. */
export const halfLifeMs: Milliseconds = 7 * day;

/** The shares of one call, oldest touch first, one per touch. They add up to one. */
export function shareCredit(steps: readonly [Step, ...Step[]], model: CreditModel): readonly number[] {
  const weights = weigh(steps, model);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function weigh(steps: readonly Step[], model: CreditModel): readonly number[] {
  const last = steps.length - 1;
  switch (model) {
    case "first":
      return only(steps, 0);
    case "last":
      return only(steps, last);
    case "last_non_direct":
      return only(steps, lastNonDirect(steps));
    case "last_paid": {
      // Nothing was paid for: what the owner would be told without ads.
      const paid = steps.findLastIndex(({ isPaid }) => isPaid);
      return only(steps, paid === -1 ? lastNonDirect(steps) : paid);
    }
    case "linear":
      return steps.map(() => 1);
    case "position":
      return byPosition(steps.length);
    case "w_shaped":
      return byW(steps.length);
    case "time_decay": {
      // Only differences count, so the youngest touch weighs 1 and a very old call does not divide by zero.
      const youngest = Math.min(...steps.map(({ agoMs }) => agoMs));
      return steps.map(({ agoMs }) => 2 ** ((youngest - agoMs) / halfLifeMs));
    }
  }
}

function only(steps: readonly Step[], nth: number): readonly number[] {
  return steps.map((_, index) => (index === nth ? 1 : 0));
}

/** A path of direct visits alone has no other: its last one. */
function lastNonDirect(steps: readonly Step[]): number {
  const named = steps.findLastIndex(({ isDirect }) => !isDirect);
  return named === -1 ? steps.length - 1 : named;
}

/** 40 % to the first, 40 % to the last, the rest shared by those between; of two touches each gets half. */
function byPosition(length: number): readonly number[] {
  const between = length > 2 ? 0.2 / (length - 2) : 0;
  return Array.from({ length }, (_, nth) => (nth === 0 || nth === length - 1 ? 0.4 : between));
}

/** 30 % each to the first, the middle and the last, 10 % shared by the rest; up to three touches share evenly. */
function byW(length: number): readonly number[] {
  const peaks = [0, Math.floor((length - 1) / 2), length - 1];
  const between = length > 3 ? 0.1 / (length - 3) : 0;
  return Array.from({ length }, (_, nth) => (peaks.includes(nth) ? 0.3 : between));
}
