import fc from "fast-check";
import { expect, test } from "vitest";
import { anId, at } from "../../testing/index.ts";
import { after, hour, minute } from "../time.ts";
import { erlangB, judgeSize, loadOf, measureDemand, sizePool, type Arrivals } from "./index.ts";

const demand = { visitsPerHour: 60, stayMs: 4 * minute, graceMs: 5 * minute, restMs: 0 };

test("sixty visits an hour that hold a number for nine minutes need seventeen numbers to lose one in a hundred", () => {
  expect(sizePool(demand, 0.01)).toMatchObject({ numbers: 17, offeredLoad: 9 });
  expect(judgeSize(16, demand).loss).toBeGreaterThan(0.01);
  expect(judgeSize(17, demand).loss).toBeLessThanOrEqual(0.01);
  expect(judgeSize(10, demand).loss).toBeCloseTo(0.168, 3);
});

test("where numbers must rest before they are lent again, rest is part of the hold", () => {
  expect(loadOf({ ...demand, restMs: 11 * minute })).toBe(20);
});

test("the size found is the smallest, and more numbers never lose more", () => {
  const any = fc.record({
    visitsPerHour: fc.integer({ min: 1, max: 3_000 }),
    stayMs: fc.integer({ min: 0, max: 30 * minute }),
    graceMs: fc.integer({ min: 1_000, max: 30 * minute }),
    restMs: fc.constant(0),
  });
  fc.assert(
    fc.property(any, fc.double({ min: 0.0001, max: 0.9, noNaN: true }), (given, loss) => {
      const size = sizePool(given, loss);
      expect(size?.loss).toBeLessThanOrEqual(loss);
      const numbers = size?.numbers ?? 0;
      expect(numbers === 0 || erlangB(numbers - 1, loadOf(given)) > loss).toBe(true);
      expect(judgeSize(numbers + 1, given).loss).toBeLessThanOrEqual(size?.loss ?? 1);
    }),
    { numRuns: 40 },
  );
});

const pool = { id: anId<Arrivals["pool"]>("pool"), graceMs: 5 * minute };
const cameIn = (nth: number, channel: string, visits: number, stay = 4): Arrivals => {
  return { pool: pool.id, hour: after(at("08:00"), nth * hour), channel, visits, stayMs: visits * stay * minute };
};

test("ten numbers of one slice lose at the busy hour what Erlang B says", () => {
  const measured = measureDemand(pool, { any: 10 }, [
    cameIn(0, "direct", 20),
    cameIn(1, "direct", 40),
    cameIn(1, "email", 20),
  ]);

  expect(measured).toMatchObject({ busyHour: at("09:00"), demand, isNearlyFull: true });
  expect(measured?.loss).toBeCloseTo(erlangB(10, 9), 12);
});

test("what a slice turns away comes to the common numbers; a channel with numbers enough loses nothing", () => {
  const measured = measureDemand(pool, { paid_search: 40, any: 2 }, [
    cameIn(0, "paid_search", 50),
    cameIn(0, "direct", 10),
  ]);

  expect(measured?.loss).toBeCloseTo((10 / 60) * erlangB(2, 1.5), 6);
  expect(measured?.isNearlyFull).toBe(false);
});

test("visits of another pool do not count, and a pool nobody came to has no demand", () => {
  expect(measureDemand({ ...pool, id: anId("other") }, { any: 3 }, [cameIn(0, "direct", 9)])).toBeUndefined();
  expect(measureDemand(pool, {}, [cameIn(0, "direct", 9)])).toMatchObject({ loss: 1, isNearlyFull: true });
});
