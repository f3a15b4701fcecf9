import { expect, test } from "vitest";
import { makeBackground } from "./background.ts";
import type { Log } from "./log.ts";

/** A log that keeps what it was told. */
function aLog() {
  const told: unknown[] = [];
  return { told, log: { error: (facts: unknown) => void told.push(facts) } as unknown as Log };
}

/** Work that goes on until it is told to end. */
function someWork(count: number) {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const works = Array.from({ length: count }, (_, nth) => () => {
    begun.push(nth);
    return new Promise<void>((resolve) => (ends[nth] = resolve));
  });
  return { begun, works, end: (nth: number) => ends[nth]?.() };
}

const aTurn = () => new Promise((resolve) => setImmediate(resolve));

test("queued work goes on a few pieces at once, in its order, and what is started waits for none of it", async () => {
  const background = makeBackground(aLog().log);
  const { begun, works, end } = someWork(7);
  works.forEach((work) => background.queue("queued", work));
  await aTurn();
  expect(begun).toEqual([0, 1, 2, 3]);

  let isStarted = false;
  background.start("at once", async () => void (isStarted = true));
  await aTurn();
  expect(isStarted).toBe(true);

  end(2);
  await aTurn();
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test("a stop waits for what is queued, also behind work that failed, and the failure is logged", async () => {
  const { told, log } = aLog();
  const background = makeBackground(log);
  const done: number[] = [];
  for (let nth = 0; nth < 9; nth += 1) {
    background.queue("attribute call", async () => {
      await aTurn();
      if (nth === 1) throw new Error("no database");
      done.push(nth);
    });
  }
  await background.settled();
  expect(done).toEqual([0, 2, 3, 4, 5, 6, 7, 8]);
  expect(told).toMatchObject([{ work: "attribute call" }]);
});
