import { after, instant, type Instant, type Milliseconds } from "../src/index.ts";

/** The day on which every test happens: Monday, 2 March 2026, UTC. */
const theDay = Date.UTC(2026, 2, 2);

/** That day's instant: `at("10:05")`, `at("10:05:30")`. */
export function at(time: string): Instant {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return instant(theDay + (hours * 3600 + minutes * 60 + seconds) * 1000);
}

/** A clock that moves only when told. `now` needs no `this`, so it may be handed over as a function. */
export interface FixedClock {
  readonly now: () => Instant;
  readonly pass: (ms: Milliseconds) => Instant;
}

/** A clock that stands at `start`. */
export function aClock(start: Instant = at("10:00")): FixedClock {
  let now = start;
  return {
    now: () => now,
    pass: (ms) => (now = after(now, ms)),
  };
}
