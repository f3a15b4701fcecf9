import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../index.ts";
import { challengeFrom, scoreSpam, type CallerSigns } from "./score-spam.ts";

const rangAt = instant(10_000_000_000);

/** A caller nobody knows, from whom nothing speaks either way. */
function aStranger(over: Partial<CallerSigns> = {}): CallerSigns {
  const attestation = { level: "none", result: "absent" } as const;
  const plain = { withheld: false, isGhost: false, isNeighbour: false, isAllowed: false, earlier: [] };
  return { rangAt, number: "n1", attestation, ...plain, ...over };
}

const earlierCall = (number: string, agoMs: number, talkMs = 0) => ({ number, at: instant(rangAt - agoMs), talkMs });
const silent = (hours: number) => ({ ...earlierCall("n1", hours * 3_600_000), wasSilent: true });
const sweep = ["n2", "n3", "n4"].map((number, nth) => earlierCall(number, 60_000 * (nth + 1)));

const saidInTurn = (isSpam: boolean, nth: number) => ({
  ...earlierCall("n1", 9_000 + nth),
  said: { isSpam, at: instant(rangAt - 5_000 + nth) },
});

const table: [why: string, over: Partial<CallerSigns>, advice: "let_ring" | "challenge"][] = [
  ["a stranger rings", {}, "let_ring"],
  ["a failed attestation alone is no reason", { attestation: { level: "C", result: "failed" } }, "let_ring"],
  ["a withheld number alone is no reason", { withheld: true }, "let_ring"],
  ["one caller on four numbers within minutes", { earlier: sweep }, "challenge"],
  [
    "the same numbers over days",
    { earlier: sweep.map((call) => ({ ...call, at: instant(call.at - 90_000_000) })) },
    "let_ring",
  ],
  ["a call to a number nobody is shown", { isGhost: true }, "challenge"],
  [
    "calls that end at once, again and again",
    { earlier: [1, 2, 3].map((nth) => earlierCall("n1", nth * 3_600_000, 2_000)) },
    "challenge",
  ],
  [
    "who has talked before rings, whatever else",
    { isGhost: true, earlier: [...sweep, earlierCall("n1", 9_000_000, 40_000)] },
    "let_ring",
  ],
  ["a number like the one called is no sign by itself", { isNeighbour: true }, "let_ring"],
  [
    "everything weak together is not enough",
    { isNeighbour: true, withheld: true, attestation: { level: "C", result: "failed" } },
    "let_ring",
  ],
  ["who was silent once may have looked for the keys", { earlier: [silent(1)] }, "let_ring"],
  ["silence whenever a key was asked for", { earlier: [silent(1), silent(2)] }, "challenge"],
  [
    "who called a number nobody is shown, twice today",
    { earlier: [1, 2].map((nth) => ({ ...earlierCall("n9", nth * 3_600_000), wasGhost: true })) },
    "challenge",
  ],
  [
    "a caller somebody called spam, also one who talks",
    { earlier: [{ ...earlierCall("n1", 9_000_000, 60_000), said: { isSpam: true, at: rangAt } }] },
    "challenge",
  ],
  [
    "a caller who was cleared last, however it looks",
    { isGhost: true, earlier: [true, false].map(saidInTurn) },
    "let_ring",
  ],
  ["whom the owner vouches for rings", { isGhost: true, earlier: sweep, isAllowed: true }, "let_ring"],
];

test.each(table)("%s", (_why, over, advice) => {
  expect(scoreSpam(aStranger(over)).advice).toBe(advice);
});

const anyCaller = fc.record({
  rangAt: fc.constant(rangAt),
  number: fc.constantFrom("n1", "n2"),
  withheld: fc.boolean(),
  attestation: fc.record({
    level: fc.constantFrom("A" as const, "B" as const, "C" as const, "none" as const),
    result: fc.constantFrom("passed" as const, "failed" as const, "absent" as const),
  }),
  isGhost: fc.boolean(),
  isNeighbour: fc.boolean(),
  isAllowed: fc.boolean(),
  earlier: fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 200_000_000 }).map((ago) => instant(rangAt - ago)),
      number: fc.constantFrom("n1", "n2", "n3", "n4", "n5"),
      talkMs: fc.integer({ min: 0, max: 60_000 }),
      wasGhost: fc.boolean(),
      wasSilent: fc.boolean(),
      said: fc.option(
        fc.record({ isSpam: fc.boolean(), at: fc.integer({ min: 0, max: 5 }).map((ago) => instant(rangAt - ago)) }),
        { nil: undefined },
      ),
    }),
    { maxLength: 12 },
  ),
});

test("the score is a probability, and a challenge always has a reason that is not the network's", () => {
  fc.assert(
    fc.property(anyCaller, (caller) => {
      const { score, signs, advice } = scoreSpam(caller);
      const strong = signs.filter(({ code }) => !["attestation_failed", "withheld", "neighbour"].includes(code));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThan(1);
      expect(advice === "challenge").toBe(score >= challengeFrom);
      expect(advice === "let_ring" || strong.length > 0).toBe(true);
    }),
  );
});

test("one more sign never makes a call look better", () => {
  fc.assert(
    fc.property(anyCaller, (caller) => {
      const before = scoreSpam(caller).score;
      expect(scoreSpam({ ...caller, isGhost: true }).score).toBeGreaterThanOrEqual(before);
      expect(scoreSpam({ ...caller, isNeighbour: true }).score).toBeGreaterThanOrEqual(before);
      expect(scoreSpam({ ...caller, withheld: true }).score).toBeGreaterThanOrEqual(before);
      const failed = { ...caller.attestation, result: "failed" as const };
      expect(scoreSpam({ ...caller, attestation: failed }).score).toBeGreaterThanOrEqual(before);
    }),
  );
});

test("the same caller scores the same, in whatever order earlier calls are told", () => {
  fc.assert(
    fc.property(anyCaller, (caller) => {
      expect(scoreSpam({ ...caller, earlier: caller.earlier.toReversed() }).score).toBeCloseTo(
        scoreSpam(caller).score,
        12,
      );
    }),
  );
});
