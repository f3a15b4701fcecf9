import type { Milliseconds } from "../time.ts";
import type { Probability } from "./call-match.ts";
import { paidChannels } from "./paid-channels.ts";
import { shareCredit, type CreditModel } from "./share-credit.ts";
import type { Touch } from "./touch.ts";

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

/**
 * Splits one call among the touches before it, oldest first. Shares always add up to one, touch by touch in the order
 * given; a touch that earns nothing has the share 0.
 */
export function creditCall(touches: readonly [TouchBefore, ...TouchBefore[]], model: CreditModel): readonly Credit[] {
  const [first, ...more] = touches;
  const shares = shareCredit([stepOf(first), ...more.map(stepOf)], model);
  return touches.map(({ touch }, nth) => ({ touch, share: shares[nth] ?? 0 }));
}

function stepOf({ touch: { channel }, agoMs }: TouchBefore) {
  return { isDirect: channel === "direct", isPaid: paidChannels.includes(channel), agoMs };
}
