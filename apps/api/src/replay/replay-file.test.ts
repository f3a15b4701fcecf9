import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReplayAnswer } from "@ringtrail/core/attribution";
import { judgeEvents, readEvents } from "./replay-file.ts";
import { thinAnswer } from "./thin-answer.ts";

async function* lines(values: readonly Readonly<Record<string, unknown>>[]) {
  for (const [nth, value] of values.entries()) yield { line: nth + 1, value };
}
const story = [
  { type: "shown", at: 1_000, number: "n1", visit: "ann", source: "ads" },
  { type: "seen", at: 31_000, visit: "ann" },
  { type: "shown", at: 40_000, number: "n1", visit: "bob", source: "maps", region: null, device: "mobile" },
  { type: "tap", at: 50_000, visit: "bob", number: "n1" },
  { type: "call", at: 58_000, id: "c1", number: "n1", caller: "+12125550100", callerRegion: "US-NY" },
  { type: "hidden", at: 59_000, visit: "ann" },
  { type: "call", at: 90_000, id: "c2", number: "n1" },
];
const answersOf = async (values: readonly Readonly<Record<string, unknown>>[]) => {
  const { events, problems } = await readEvents(lines(values));
  return { answers: [...judgeEvents(events)], problems };
};

test("events out of order give the answers of the same events in order", async () => {
  const inOrder = await answersOf(story);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(story, { minLength: story.length }), async (shuffled) => {
      expect(await answersOf(shuffled)).toEqual(inOrder);
    }),
    { numRuns: 30 },
  );
  expect(inOrder.answers).toMatchObject([{ answer: { id: "c1", match: "exact" } }, { answer: { id: "c2" } }]);
});

test("a tap that a slow clock puts some seconds behind its call is the tap of that call", async () => {
  const late = story.map((event) => (event.type === "tap" ? { ...event, at: 61_000 } : event));
  const tooLate = story.map((event) => (event.type === "tap" ? { ...event, at: 70_000 } : event));

  expect((await answersOf(late)).answers[0]).toMatchObject({ answer: { id: "c1", match: "exact" } });
  expect((await answersOf(tooLate)).answers[0]).not.toMatchObject({ answer: { match: "exact" } });
});

test("a tap of a visit that was shown the number after the ring is no tap of that call", async () => {
  const carl = [
    { type: "shown", at: 58_500, number: "n1", visit: "carl", source: "maps" },
    { type: "tap", at: 59_500, visit: "carl", number: "n1" },
  ];
  const { answers, problems } = await answersOf([...story, ...carl]);

  expect(problems).toEqual([]);
  expect(answers[0]).toEqual((await answersOf(story)).answers[0]);
});

const wrong: [why: string, line: Readonly<Record<string, unknown>>, code: string][] = [
  ["no instant", { type: "seen", visit: "a" }, "at_malformed"],
  ["an instant that is no number", { type: "seen", at: "2026-01-01", visit: "a" }, "at_malformed"],
  ["an instant nobody can order", { type: "seen", at: Number.NaN, visit: "a" }, "at_malformed"],
  ["a type nobody knows", { type: "shwon", at: 1 }, "type_unknown"],
  ["a call without an id", { type: "call", at: 1, number: "n" }, "field_missing"],
  ["a visit that is no text", { type: "seen", at: 1, visit: {} }, "field_missing"],
];

test.each(wrong)("%s is a named problem with its line, and the rest is answered", async (_why, line, code) => {
  const { answers, problems } = await answersOf([line, ...story]);

  expect(problems).toMatchObject([{ line: 1, code }]);
  expect(answers).toHaveLength(2);
});

test("any rubbish is answered or named, never a crash", async () => {
  const field = fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.constantFrom("ann", "n1"), fc.object());
  const type = fc.oneof(fc.constantFrom("shown", "seen", "hidden", "tap", "call"), fc.string());
  const at = fc.oneof(fc.double(), fc.nat(100_000));
  const keys = { number: field, visit: field, source: field, id: field, caller: field, device: field, region: field };
  const line = fc.record({ type, at, ...keys }, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (values) => {
      for (const one of (await answersOf([...story, ...values])).answers) {
        if (!("answer" in one)) continue;
        const { candidates, returning, nobody } = one.answer;
        expect(candidates.reduce((sum, { probability }) => sum + probability, returning + nobody)).toBeCloseTo(1, 9);
      }
    }),
  );
});

test("a shortened answer still adds up to one, source by source, and keeps whoever is likely", () => {
  const candidate = fc.record({
    visit: fc.uuid(),
    source: fc.constantFrom("ads", "maps", "direct"),
    weight: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1e-3, noNaN: true })),
  });
  const bySource = ({ candidates }: ReplayAnswer) => {
    const sums: Record<string, number> = { ads: 0, maps: 0, direct: 0 };
    for (const { source, probability } of candidates) sums[source] = (sums[source] ?? 0) + probability;
    return sums;
  };
  fc.assert(
    fc.property(fc.array(candidate, { minLength: 1, maxLength: 400 }), (weighed) => {
      const all = weighed.reduce((sum, { weight }) => sum + weight, 0.01);
      const candidates = weighed
        .map(({ visit, source, weight }) => ({ visit, source, probability: weight / all }))
        .toSorted((a, b) => b.probability - a.probability);
      const rest = { id: "c", match: "ambiguous", confidence: 0.5, returning: 0, nobody: 0.01 / all } as const;
      const thin = thinAnswer({ ...rest, candidates });
      for (const [source, sum] of Object.entries(bySource({ ...rest, candidates }))) {
        expect(bySource(thin)[source]).toBeCloseTo(sum, 9);
      }
      const likely = candidates.filter(({ probability }) => probability >= 0.002);
      expect(thin.candidates).toEqual(expect.arrayContaining(likely));
      expect(thin.candidates.length).toBeLessThanOrEqual(500 + 3);
    }),
  );
});
