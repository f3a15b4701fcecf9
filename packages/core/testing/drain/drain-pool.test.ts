import { expect, test } from "vitest";
import { posterior } from "../../src/attribution/index.ts";
import { learnStory, tryWorld } from "../../src/attribution/world/try-world.ts";
import { drainPool, type DrainedPool, type DrainedStory } from "./drain-pool.ts";

declare const process: { readonly env: Readonly<Record<string, string | undefined>> };
const isLong = process.env["RINGTRAIL_TEST_ALL"] === "1";
if (!isLong) console.log("SKIP (npm run test:all runs it): beset pools over hours; an hour of one runs here");
const seeds = isLong ? [1, 2, 3, 4, 5] : [1];

/** 34 numbers, sixty people an hour; fifty times as many machines. */
const beset: DrainedPool = {
  seed: 1,
  hours: isLong ? 3 : 1,
  slices: Array.from({ length: 34 }, () => "any"),
  humansPerHour: 60,
  botsPerHour: 3_000,
  botsPass: 0,
};
/** Each channel with numbers of its own, as pools are set up. */
const bySource = [17, 10, 7].flatMap((count, nth) =>
  Array.from({ length: count }, () => ["paid_search", "organic_search", "direct"][nth] ?? ""),
);

async function drainAll(pool: DrainedPool): Promise<readonly DrainedStory[]> {
  const stories: DrainedStory[] = [];
  for (const seed of seeds) stories.push(await drainPool({ ...pool, seed }));
  return stories;
}

function ownShare(stories: readonly DrainedStory[]): number {
  const sum = (of: (story: DrainedStory) => number) => stories.reduce((all, story) => all + of(story), 0);
  return sum(({ withOwn }) => withOwn) / sum(({ humans }) => humans);
}

/** How much of what visits' calls are credited goes to a wrong channel: the mean of the stories. */
function wrongCredit(stories: readonly DrainedStory[]): number {
  const errors = stories.map((story) => {
    const [quality] = tryWorld(story, [posterior(learnStory(story, "learned"))]);
    expect(quality?.calls).toBeGreaterThan(2);
    return quality?.visitTotalsError ?? 1;
  });
  return errors.reduce((all, error) => all + error, 0) / errors.length;
}

test("beset by fifty machines a person that touch nothing, 95 of 100 people still get a number of their own", async () => {
  const own = ownShare(await drainAll(beset));
  console.log(`beset pool, no machine proves life: ${(own * 100).toFixed(1)} % of people with a number of their own`);

  expect(own).toBeGreaterThanOrEqual(0.95);
}, 900_000);

test("machines that prove life take the numbers, and yet the channels' credit stays within three points", async () => {
  const passing = { ...beset, hours: isLong ? 3 : 0.5, slices: bySource, botsPass: 1 };
  const [drained, calm] = [await drainAll(passing), await drainAll({ ...passing, botsPerHour: 0 })];
  const [own, usual] = [ownShare(drained), ownShare(calm)];
  const [wrong, without] = [wrongCredit(drained), wrongCredit(calm)];
  const say = (share: number) => `${(share * 100).toFixed(1)} %`;
  console.log(`all prove life: ${say(own)} with a number of their own instead of ${say(usual)};`);
  console.log(`credited to a wrong channel ${say(wrong)} instead of ${say(without)}`);

  // The machines do harm, or this would prove nothing.
  expect(usual).toBeGreaterThan(0.9);
  expect(own).toBeLessThan(0.5);
  expect(wrong).toBeLessThanOrEqual(without + 0.03);
}, 900_000);
