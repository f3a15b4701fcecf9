import { after, between, type Instant } from "@ringtrail/core";
import type { ClaimedDelivery, Destination, Settled } from "@ringtrail/core/ports";
import { givenUpAfterMs, planRest, planRetry, type Outcome } from "@ringtrail/destinations";

/** One attempt and when it was made. */
export interface AttemptMade {
  readonly outcome: Outcome;
  readonly beganAt: Instant;
  readonly endedAt: Instant;
  /** Two draws from 0 up to 1. */
  readonly draws: readonly [retry: number, rest: number];
}

/** Says what is written down of one attempt: what it came to, when the next is, and how the destination is. */
export function settleOutcome(
  claimed: ClaimedDelivery,
  { failures }: Pick<Destination, "failures">,
  { outcome, beganAt, endedAt, draws }: AttemptMade,
): Settled {
  const { id, destination, createdAt, triesBefore } = claimed;
  if (outcome.kind === "nothing") return { id, destination, state: "skipped" };
  if (outcome.kind === "later") return { id, destination, state: "waiting", dueAt: after(endedAt, outcome.waitMs) };
  const { request, status, trouble, answer, isCut } = outcome;
  const tried = { at: beganAt, tookMs: between(beganAt, endedAt), status, trouble, answer, isCut };
  const settled = { id, destination, request, tried };
  if (outcome.kind === "delivered") return { ...settled, state: "delivered", isWell: true };
  const { waitMs = 0, isOwnFault = false, isFinal = false } = outcome;
  const planned = planRetry({ createdAt, tries: triesBefore + 1 }, endedAt, draws[0]);
  const dueAt = planned && (Math.max(planned, after(endedAt, waitMs)) as Instant);
  const isOver = dueAt === undefined || isFinal || between(createdAt, dueAt) > givenUpAfterMs;
  // A receiver that dislikes one message is well, as far as anybody knows; it says nothing about the others.
  const health = isOwnFault || isFinal ? {} : { isWell: false, restUntil: restOf(failures, endedAt, waitMs, draws[1]) };
  return isOver ? { ...settled, ...health, state: "dead" } : { ...settled, ...health, state: "waiting", dueAt };
}

function restOf(failures: number, now: Instant, waitMs: number, draw: number): Instant {
  return Math.max(planRest(failures + 1, now, draw), after(now, waitMs)) as Instant;
}
