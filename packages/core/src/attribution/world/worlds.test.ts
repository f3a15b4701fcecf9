import { expect, test } from "vitest";
import { hour } from "../../time.ts";
import { posterior } from "../replay/judge-situation.ts";
import { drawWorld } from "./draw-world.ts";
import { expectedQuality } from "./expected-quality.ts";
import type { Quality } from "./score-answers.ts";
import { simulateWorld } from "./simulate-world.ts";
import { trueParameters } from "./true-parameters.ts";
import { lastVisitor, learnStory, tryWorld } from "./try-world.ts";
import type { World } from "./world.ts";

declare const process: { readonly env: Readonly<Record<string, string | undefined>> };
const isLong = process.env["RINGTRAIL_TEST_ALL"] === "1";

/** A world drawn by the seed, long enough for so many calls. */
function aWorld(seed: number, calls: number, over: Partial<World> = {}): World {
  const world = drawWorld(seed, over);
  const all = world.sources.reduce((sum, { share }) => sum + share, 0);
  const perVisit = world.sources.reduce((sum, { share, calls: calling }) => sum + (share / all) * calling, 0);
  return { ...world, lengthMs: (calls / (world.visitsPerHour * perVisit)) * hour };
}

/** Learns the world from its events alone, then judges its calls beside the oracle and beside the last visitor. */
function tryOn(world: World): readonly [learned: Quality, oracle: Quality, last: Quality] {
  const story = simulateWorld(world);
  const judges = [posterior(learnStory(story, "learned")), posterior(trueParameters(world)), lastVisitor];
  const [learned, oracle, last] = tryWorld(story, judges) as [Quality, Quality, Quality];
  const line = (name: string, quality: Quality) => {
    const { calls, accuracy, visitorAccuracy, ece, sureShare, surePrecision, totalsError } = quality;
    const shown = Object.entries({ accuracy, visitorAccuracy, ece, sureShare, surePrecision, totalsError });
    return `  ${name.padEnd(12)} ${calls} calls  ${shown.map(([key, value]) => `${key} ${value.toFixed(4)}`).join("  ")}`;
  };
  const kind = world.isPartitioned ? "partitioned" : "one pool";
  console.info(
    [
      `world ${world.seed}, ${world.numbers} numbers, ${kind}`,
      line("learned", learned),
      line("oracle", oracle),
      line("last visitor", last),
    ].join("\n"),
  );
  return [learned, oracle, last];
}

const seeds = [11, 12, 13];
const isShort = "SKIP (npm run test:all runs it): three worlds of ten thousand calls, one pool and partitioned";
if (!isLong) console.log(isShort);

test.runIf(isLong).each(seeds)(
  "world %d in one pool, nothing of it told: calibrated, right where it is sure, and totals add up",
  { timeout: 900_000 },
  (seed) => {
    const [learned, oracle, last] = tryOn(aWorld(seed, 10_000, { isPartitioned: false }));

    expect(learned.calls).toBeGreaterThan(5_000);
    expect(learned.ece).toBeLessThanOrEqual(0.02);
    expect(learned.surePrecision).toBeGreaterThanOrEqual(0.97);
    expect(learned.totalsError).toBeLessThanOrEqual(0.02);
    expect(learned.visitorAccuracy).toBeGreaterThanOrEqual(oracle.visitorAccuracy - 0.01);
    expect(last.totalsError).toBeGreaterThan(3 * learned.totalsError);
  },
);

test.runIf(isLong).each(seeds)(
  "world %d partitioned by source: no call that a visit made is credited to another channel",
  { timeout: 900_000 },
  (seed) => {
    const [learned, oracle] = tryOn(aWorld(seed, 10_000, { isPartitioned: true }));

    expect(learned.visitTotalsError).toBeLessThan(1e-9);
    expect(learned.ece).toBeLessThanOrEqual(0.02);
    expect(learned.surePrecision).toBeGreaterThanOrEqual(0.97);
    expect(learned.visitorAccuracy).toBeGreaterThanOrEqual(oracle.visitorAccuracy - 0.01);
  },
);

// The same in a few seconds: fewer calls say less, so the bounds are wider.
test("a small world, nothing of it told, is judged nearly as well as if all were told", { timeout: 300_000 }, () => {
  const [learned, oracle, last] = tryOn(aWorld(5, 1_200, { isPartitioned: false, visitsPerHour: 20, numbers: 10 }));

  expect(learned.ece).toBeLessThan(0.05);
  expect(learned.surePrecision).toBeGreaterThan(0.95);
  expect(learned.visitorAccuracy).toBeGreaterThan(oracle.visitorAccuracy - 0.03);
  expect(learned.accuracy).toBeGreaterThan(last.accuracy + 0.03);
  expect(learned.totalsError).toBeLessThan(last.totalsError / 2);
});

test(
  "a small partitioned world: no call that a visit made is credited to another channel",
  { timeout: 300_000 },
  () => {
    const [learned] = tryOn(aWorld(6, 600, { isPartitioned: true, visitsPerHour: 20, numbers: 10 }));

    expect(learned.visitTotalsError).toBeLessThan(1e-9);
  },
);

test("the same seed gives the same world, another seed another one", () => {
  const of = (seed: number) => simulateWorld(aWorld(seed, 30)).events;

  expect(of(3)).toEqual(of(3));
  expect(of(3)).not.toEqual(of(4));
});

test("a larger pool is expected to be better, the same size and seed exactly as good", { timeout: 300_000 }, () => {
  const size = { visitsPerHour: 30, stayMs: 240_000, graceMs: 300_000, calls: 800, seed: 2 };
  const [small, large] = [4, 40].map((numbers) => expectedQuality({ ...size, numbers }));

  expect(large?.accuracy).toBeGreaterThan((small?.accuracy ?? 1) + 0.03);
  expect(expectedQuality({ ...size, numbers: 4 })).toEqual(small);
  expect(small?.calls).toBeGreaterThan(600);
});
