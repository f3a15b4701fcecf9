import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeSilence, type Rhythm } from "./judge-silence.ts";
import { after, between, day, hour, instant, type Instant } from "./time.ts";

/** A Monday, midnight UTC. */
const monday = instant(Date.UTC(2026, 1, 2));
const at = (days: number, hours = 0) => after(monday, days * day + hours * hour);

/** So many calls in each hour from eight to six on working days, up to an instant. */
function officeCalls(perHour: number, before: Instant): Rhythm {
  const hours: { hour: Instant; count: number }[] = [];
  for (let one = monday; one < before; one = after(one, hour)) {
    const [weekday, clock] = [Math.floor(between(monday, one) / day) % 7, Math.floor(one / hour) % 24];
    if (weekday < 5 && clock >= 8 && clock < 18) hours.push({ hour: one, count: perHour });
  }
  return hours;
}

test.each([
  ["a night and a weekend are no silence", 2, at(28, 0), at(28, 8), undefined],
  ["a morning without a call is one, once nine calls were missed", 2, at(28, 0), at(28, 13), 10],
  ["four missed hours of two calls each are not enough", 2, at(28, 0), at(28, 12), undefined],
  ["a busier number is missed sooner", 20, at(28, 0), at(28, 9), 20],
  ["a number of twelve days is too young to have a rhythm", 20, at(11, 18), at(15, 0), undefined],
  ["a silence of weeks is still the same silence", 2, at(28, 0), at(56, 0), 400],
])("%s", (_why, perHour, before, now, missed) => {
  const silence = judgeSilence(officeCalls(perHour, before), now);

  expect(silence).toEqual(missed === undefined ? undefined : { since: at(25, 18), missed });
});

test("nothing was ever heard, and nothing is said", () => {
  expect(judgeSilence([], at(1))).toBeUndefined();
  expect(judgeSilence([{ hour: at(0), count: 0 }], at(60))).toBeUndefined();
});

test("what comes in bursts is given longer, and one outage of the past does not make it deaf", () => {
  const weekly = officeCalls(2, at(28)).filter(({ hour: one }) => one < at(3) || one >= at(7));
  expect(judgeSilence(weekly, at(28, 13))?.missed).toBeGreaterThan(9);

  // Twice silent for a day and a half: that is its way.
  const bursts = officeCalls(2, at(28)).filter(
    ({ hour: one }) => !(one >= at(7, 8) && one < at(9)) && !(one >= at(14, 8) && one < at(16)),
  );
  expect(judgeSilence(bursts, at(28, 13))).toBeUndefined();
  expect(judgeSilence(bursts, at(31, 18))?.missed).toBeGreaterThan(9);
});

test("order and repetition of the hours change nothing, and a sign of life ends every silence", () => {
  const rhythm = officeCalls(3, at(28));
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...rhythm], { minLength: rhythm.length }),
      fc.integer({ min: 0, max: 800 }),
      (shuffled, later) => {
        const now = at(28, later);
        expect(judgeSilence(shuffled, now)).toEqual(judgeSilence(rhythm, now));
        expect(judgeSilence([...rhythm, { hour: now, count: 1 }], now)).toBeUndefined();
      },
    ),
    { numRuns: 30 },
  );
});

/** Draws that a seed gives (mulberry32), so that a failure can be had again. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test("by chance alone a dozen numbers alarm at most once in four months, and each is missed within four days once it is dead", () => {
  const draw = draws(20_260_302);
  let alarms = 0;
  for (let number = 0; number < 12; number += 1) {
    const rhythm: { hour: Instant; count: number }[] = [];
    let wasSilent = false;
    for (let one = monday; one < at(120); one = after(one, hour)) {
      const [weekday, clock] = [Math.floor(between(monday, one) / day) % 7, Math.floor(one / hour) % 24];
      const rate = clock >= 8 && clock < 18 ? (weekday < 5 ? 1 : 0.2) : 0.02;
      if (draw() < rate / 2) rhythm.push({ hour: one, count: 1 });
      // Asked once a day, which is enough to see a silence begin.
      if (clock !== 18) continue;
      const isSilent = judgeSilence(rhythm.slice(-400), one) !== undefined;
      if (isSilent && !wasSilent) alarms += 1;
      wasSilent = isSilent;
    }
    expect(judgeSilence(rhythm.slice(-400), at(124)), `number ${number}`).toBeDefined();
  }
  expect(alarms).toBeLessThanOrEqual(1);
});
