import { business, caller, pause, speak, type Piece } from "../sip/scenario.ts";

/** Rings a second, picks up, and talks until the call is over. */
export const picksUp: readonly Piece[] = [
  business.untilInvited,
  business.ring,
  pause(1_000),
  business.answer,
  speak,
  business.untilHungUp,
];

/** Rings a second, picks up, and hangs up so long after: however late it was rung, it is on the line that long. */
export const picksUpFor = (ms: number): readonly Piece[] => [
  business.untilInvited,
  business.ring,
  pause(1_000),
  business.answer,
  speak,
  pause(ms),
  business.hangUp,
];

/** Rings until the call is taken back. */
export const neverPicksUp: readonly Piece[] = [business.untilInvited, business.ring, business.untilCanceled];

export const isBusy: readonly Piece[] = [business.untilInvited, business.beBusy];

/** Rings through and talks; hangs up so long after the line was taken. */
export const talksFor = (ms: number): readonly Piece[] => [
  caller.invite,
  caller.untilAnswered,
  speak,
  pause(ms),
  caller.hangUp,
];

/** Rings through and talks until the other side hangs up. */
export const talksUntilHungUp: readonly Piece[] = [caller.invite, caller.untilAnswered, speak, caller.untilHungUp];
