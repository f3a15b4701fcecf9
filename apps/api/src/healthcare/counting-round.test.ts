import { day } from "@ringtrail/core";
import { aCallTo, aClock, at, aTouch, memoryWorld, seedClinic } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { countCalls, startOfPeriod } from "./counting-round.ts";

const log = { debug() {}, info() {}, warn() {}, error() {} };

test("a week is counted when it is over, and its calls once", async () => {
  const world = memoryWorld();
  const clinic = await seedClinic(world);
  const clock = aClock(at("10:00"));
  const count = () => countCalls({ ...world, now: clock.now, log });
  const published = async () => {
    const period = { site: clinic.site, from: at("00:00"), before: clock.pass(0) };
    const counts = await world.healthcare.counts(clinic.account, "way", period);
    return counts.flatMap(({ cells }) => cells.map(({ calls }) => calls));
  };
  for (const nth of [1, 2, 3, 4, 5, 6]) await aCallTo(world, clinic, `call ${nth}`, aTouch());

  await count();
  expect(await published()).toEqual([]);
  clock.pass(7 * day);
  await count();
  await count();

  expect(await published()).toEqual([6]);
});

test("periods of a week begin on Mondays; others are counted from the same day on", () => {
  expect(startOfPeriod(at("10:00"))).toBe("2026-03-02");
  expect(startOfPeriod(aClock(at("10:00")).pass(6 * day))).toBe("2026-03-02");
  expect(startOfPeriod(aClock(at("10:00")).pass(7 * day))).toBe("2026-03-09");
  expect(startOfPeriod(at("10:00"), { periodDays: 1 })).toBe("2026-03-02");
});
