import type { Branded } from "./brand.ts";

/** Milliseconds since 1970-01-01T00:00:00Z. The core is told the time and never asks for it. */
export type Instant = Branded<number, "Instant">;

/** A length of time in milliseconds. */
export type Milliseconds = number;

export const second: Milliseconds = 1_000;
export const minute: Milliseconds = 60 * second;
export const hour: Milliseconds = 60 * minute;
export const day: Milliseconds = 24 * hour;

/** Names a number of milliseconds since 1970 an instant. */
export function instant(ms: number): Instant {
  return ms as Instant;
}

/** The instant `ms` after `start`; a negative length goes back. */
export function after(start: Instant, ms: Milliseconds): Instant {
  return (start + ms) as Instant;
}

/** Milliseconds from `start` to `end`; negative when `end` is earlier. */
export function between(start: Instant, end: Instant): Milliseconds {
  return end - start;
}
