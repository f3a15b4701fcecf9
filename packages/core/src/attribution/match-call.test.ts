import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aHolding, anId, aTouch } from "../../testing/index.ts";
import { day, hour, minute, second } from "../time.ts";
import { holdingWindowMs, matchCall, type CallMatch, type CallOnNumber, type Holding } from "./index.ts";

const aCallOn = (over: Partial<CallOnNumber> = {}): CallOnNumber => ({
  sourceTouch: undefined,
  holdings: [],
  earlierCallsAgoMs: [],
  lastHeldAgoMs: undefined,
  ...over,
});
const ann = aHolding({ visit: anId("ann") });
const bob = aHolding({ visit: anId("bob") });
const longGone = { seenAgoMs: 2 * hour, shownAgoMs: 2 * hour };
const total = ({ candidates, returning, nobody }: CallMatch) =>
  candidates.reduce((sum, { probability }) => sum + probability, returning + nobody);

const age = fc.oneof(fc.nat(holdingWindowMs), fc.constantFrom(0, 1, holdingWindowMs, 100 * 365 * day));
const anyHolding: fc.Arbitrary<Holding> = fc.record({
  visit: fc.uuid().map((id) => anId<Holding["visit"]>(id)),
  touch: fc.constant(aTouch()),
  shownAgoMs: age,
  seenAgoMs: age,
  tappedAgoMs: fc.option(age, { nil: undefined }),
  hiddenAgoMs: fc.option(age, { nil: undefined }),
  copiedAgoMs: fc.option(age, { nil: undefined }),
  device: fc.constantFrom("phone", "tablet", "computer", undefined),
  region: fc.option(
    fc.record({ code: fc.constantFrom("US-CA", "US-NY"), certainty: fc.double({ min: 0, max: 1, noNaN: true }) }),
    { nil: undefined },
  ),
});
const anyCall: fc.Arbitrary<CallOnNumber> = fc.record({
  sourceTouch: fc.option(fc.constant(aTouch()), { nil: undefined }),
  holdings: fc.oneof(fc.array(anyHolding, { maxLength: 5 }), fc.array(anyHolding, { minLength: 200, maxLength: 200 })),
  earlierCallsAgoMs: fc.array(age, { maxLength: 50 }),
  lastHeldAgoMs: fc.option(age, { nil: undefined }),
  callerRegion: fc.constantFrom("US-CA", "US-TX", undefined),
});

describe("laws", () => {
  test("the probabilities of all who may have called add up to one", () => {
    fc.assert(
      fc.property(anyCall, (call) => {
        const match = matchCall(call);
        expect(Math.abs(total(match) - 1)).toBeLessThan(1e-12);
        for (const { probability } of match.candidates) expect(probability).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  test("the confidence is the largest of them, and the first candidate the most probable", () => {
    fc.assert(
      fc.property(anyCall, (call) => {
        const { candidates, returning, nobody, confidence } = matchCall(call);
        const probabilities = candidates.map(({ probability }) => probability);
        expect(confidence).toBe(Math.max(...probabilities, returning, nobody));
        expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
      }),
    );
  });

  test("the order in which the visits are told changes nothing", () => {
    const call = anyCall.chain((told) =>
      fc.tuple(fc.constant(told), fc.shuffledSubarray([...told.holdings], { minLength: told.holdings.length })),
    );
    fc.assert(
      fc.property(call, ([told, holdings]) => {
        const [one, other] = [matchCall(told), matchCall({ ...told, holdings })];
        expect(other.kind).toBe(one.kind);
        expect(other.confidence).toBeCloseTo(one.confidence, 12);
      }),
    );
  });

  test("a tap, or being on the page still, never makes a visit less likely", () => {
    fc.assert(
      fc.property(anyHolding, anyHolding, (one, other) => {
        const of = (holding: Holding) =>
          matchCall(aCallOn({ holdings: [holding, other] })).candidates.find(({ visit }) => visit === one.visit);
        const plain = of({ ...one, tappedAgoMs: undefined, seenAgoMs: hour })?.probability ?? 0;
        expect(of({ ...one, tappedAgoMs: 10 * second, seenAgoMs: hour })?.probability).toBeGreaterThanOrEqual(plain);
        expect(
          of({ ...one, tappedAgoMs: undefined, seenAgoMs: 0, hiddenAgoMs: undefined })?.probability,
        ).toBeGreaterThanOrEqual(plain);
      }),
    );
  });
});

const kinds: [why: string, CallOnNumber, CallMatch["kind"]][] = [
  ["the only visit that was shown the number, minutes ago", aCallOn({ holdings: [ann] }), "exact"],
  [
    "a tap just before the ring, among visits that look alike",
    aCallOn({ holdings: [{ ...ann, tappedAgoMs: 8_000 }, bob] }),
    "exact",
  ],
  [
    "one on the page, one gone for a quarter of an hour",
    aCallOn({ holdings: [ann, { ...bob, shownAgoMs: 15 * minute, seenAgoMs: 14 * minute }] }),
    "likely",
  ],
  ["two visits that look alike", aCallOn({ holdings: [ann, bob] }), "ambiguous"],
  [
    "the only visit was days ago",
    aCallOn({ holdings: [{ ...ann, shownAgoMs: 3 * day, seenAgoMs: 3 * day }] }),
    "outside",
  ],
  ["somebody who called ten minutes ago, and no visit", aCallOn({ earlierCallsAgoMs: [10 * minute] }), "returning"],
  ["a number unheld for weeks", aCallOn({ lastHeldAgoMs: 20 * day }), "pollution"],
  ["a number nobody was ever shown", aCallOn(), "none"],
  ["a source's number without a visit", aCallOn({ sourceTouch: aTouch(), lastHeldAgoMs: 20 * day }), "none"],
  [
    "a source's number and an old visit",
    aCallOn({ sourceTouch: aTouch(), holdings: [{ ...ann, ...longGone }] }),
    "none",
  ],
  [
    "a source's number and a visit that tapped it",
    aCallOn({ sourceTouch: aTouch(), holdings: [{ ...ann, tappedAgoMs: 9_000 }] }),
    "exact",
  ],
];

test.each(kinds)("%s", (_why, call, kind) => {
  expect(matchCall(call).kind).toBe(kind);
});

describe("evidence", () => {
  const first = (...holdings: Holding[]) => matchCall(aCallOn({ holdings })).candidates[0];

  test("of two visits the one shown the number minutes ago is likelier than the one hours ago", () => {
    expect(first({ ...ann, ...longGone }, bob)?.visit).toBe(bob.visit);
  });

  test("an old tap proves little, a fresh one nearly everything", () => {
    const fresh = first({ ...ann, tappedAgoMs: 10 * second }, bob);
    const old = first({ ...ann, tappedAgoMs: hour }, bob);

    expect(fresh?.probability).toBeGreaterThan(0.98);
    expect(old?.probability).toBeLessThan(0.6);
  });

  test("every candidate says why, with the fact and how much it weighs", () => {
    const [factors] = [first({ ...ann, tappedAgoMs: 9_000 })?.factors ?? []];

    expect(factors.map(({ name, fact }) => [name, fact])).toEqual([
      ["shown_ago", ann.shownAgoMs],
      ["still_on_page", ann.seenAgoMs],
      ["tel_tap", 9_000],
      ["sole_holder", true],
    ]);
    for (const { weight } of factors) expect(weight).toBeGreaterThanOrEqual(1);
  });

  test("a caller who called before and has a fresh visit is still most likely that visit", () => {
    const match = matchCall(aCallOn({ holdings: [ann], earlierCallsAgoMs: [3 * day], ringsOnNumber: 3 }));

    expect(match.candidates[0]?.probability).toBeGreaterThan(0.9);
    expect(match.returning).toBeGreaterThan(0.001);
  });

  test("a caller from the visit's region speaks for it, the less so the less certain the region is", () => {
    const from = (code: string, certainty: number) => ({ ...ann, region: { code, certainty } });
    const weigh = (holding: Holding) =>
      matchCall(aCallOn({ holdings: [holding, bob], callerRegion: "US-CA" })).candidates.find(
        ({ visit }) => visit === ann.visit,
      );
    const [sure, unsure, elsewhere] = [from("US-CA", 1), from("US-CA", 0.2), from("US-NY", 1)].map(weigh);

    expect(sure?.probability).toBeGreaterThan(unsure?.probability ?? 1);
    expect(unsure?.probability).toBeGreaterThan(elsewhere?.probability ?? 1);
    expect(sure?.factors).toContainEqual({ name: "same_region", weight: expect.any(Number), fact: true });
    expect(elsewhere?.factors.find(({ name }) => name === "same_region")).toMatchObject({ fact: false });
  });

  test("a copied number tells of a call, and is told among the reasons", () => {
    const copied = first({ ...ann, copiedAgoMs: 20 * second }, bob);

    expect(copied?.visit).toBe(ann.visit);
    expect(copied?.factors.map(({ name }) => name)).toContain("copied");
  });

  test("a caller who dials the number they dialled before is likelier to return than one who dials another", () => {
    const earlier = { holdings: [bob], earlierCallsAgoMs: [hour], ringsOnNumber: 50, people: 50 };
    const [same, other] = [[hour], []].map((agos) => matchCall(aCallOn({ ...earlier, earlierOnNumberAgoMs: agos })));

    expect(same?.returning).toBeGreaterThan(2 * (other?.returning ?? 1));
  });

  test("who rings a minute after the first call has hardly been on another visit meanwhile; after two days they may", () => {
    const returning = (ago: number) => {
      const earlier = { earlierCallsAgoMs: [ago], ringsOnNumber: 50, people: 300 };
      return matchCall(aCallOn({ holdings: [{ ...ann, tappedAgoMs: 20 * second }], ...earlier })).returning;
    };

    expect(returning(minute)).toBeGreaterThan(0.5);
    expect(returning(2 * day)).toBeLessThan(0.1);
  });

  test("the fewer people call, the likelier it is an earlier caller whom a visit brought back", () => {
    const earlier = { holdings: [ann], earlierCallsAgoMs: [2 * day], earlierOnNumberAgoMs: [], ringsOnNumber: 1 };
    const [few, many] = [10, 1000].map((people) => matchCall(aCallOn({ ...earlier, people })).returning);

    expect(few).toBeLessThan((many ?? 0) / 5);
  });

  test("without an earlier call nobody returns", () => {
    expect(matchCall(aCallOn({ holdings: [ann] })).returning).toBe(0);
  });

  test("the model that judged is named", () => {
    expect(matchCall(aCallOn()).model).toBe("delay-mixture-3");
  });
});
