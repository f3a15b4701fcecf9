import fc from "fast-check";
import { expect, test } from "vitest";
import { decideTracking, permissionToStore, type Choice, type Regime, type Tracking } from "./index.ts";

const table: [why: string, Regime | null, Choice, optOutSignal: boolean, Tracking][] = [
  ["silence is not consent under opt-in", "opt-in", "unanswered", false, "source-only"],
  ["a browser's no leaves nothing to store under opt-in either", "opt-in", "unanswered", true, "source-only"],
  ["a yes is a yes", "opt-in", "granted", false, "full"],
  ["a yes to this site is later and more specific than a browser's no", "opt-in", "granted", true, "full"],
  ["a no is a no", "opt-in", "denied", false, "none"],
  ["two noes are a no", "opt-in", "denied", true, "none"],
  ["silence is enough under opt-out", "opt-out", "unanswered", false, "full"],
  ["a browser opt-out turns silence into no", "opt-out", "unanswered", true, "none"],
  ["a yes under opt-out", "opt-out", "granted", false, "full"],
  ["a yes to this site beats the browser under opt-out too", "opt-out", "granted", true, "full"],
  ["an answer beats the loosest law", "opt-out", "denied", false, "none"],
  ["two noes under opt-out", "opt-out", "denied", true, "none"],
  ["an unknown place is treated as opt-in", "unknown", "unanswered", false, "source-only"],
  ["an unknown place with a browser's no as well", "unknown", "unanswered", true, "source-only"],
  ["a yes in an unknown place", "unknown", "granted", false, "full"],
  ["a yes in an unknown place beats the browser", "unknown", "granted", true, "full"],
  ["a no in an unknown place", "unknown", "denied", false, "none"],
  ["two noes in an unknown place", "unknown", "denied", true, "none"],
  ["silence in healthcare mode", null, "unanswered", false, "source-only"],
  ["silence in healthcare mode, and a browser's no", null, "unanswered", true, "source-only"],
  ["a yes to marketing is no authorisation in healthcare mode", null, "granted", false, "source-only"],
  ["nor is it with a browser's no", null, "granted", true, "source-only"],
  ["a no in healthcare mode", null, "denied", false, "none"],
  ["two noes in healthcare mode", null, "denied", true, "none"],
];

test.each(table)("%s", (_why, regime, choice, optOutSignal, expected) => {
  expect(decideTracking({ regime, choice, optOutSignal })).toBe(expected);
});

test("the table answers every question there is, once", () => {
  const asked = table.map(([, regime, choice, signal]) => `${regime} ${choice} ${signal}`);

  expect(new Set(asked).size).toBe(4 * 3 * 2);
});

const evidence = fc.record({
  regime: fc.constantFrom<Regime | null>("opt-in", "opt-out", "unknown", null),
  choice: fc.constantFrom<Choice>("granted", "denied", "unanswered"),
  optOutSignal: fc.boolean(),
});

test("a permission to store exists exactly where tracking is full, and carries its evidence", () => {
  fc.assert(
    fc.property(evidence, (given) => {
      const expected = decideTracking(given) === "full" ? given : undefined;
      expect(permissionToStore(given)).toEqual(expected);
    }),
  );
});

test("an unknown place is never looser than opt-in, and a signal never loosens anything", () => {
  const strictness: readonly Tracking[] = ["full", "source-only", "none"];
  const of = (given: Parameters<typeof decideTracking>[0]) => strictness.indexOf(decideTracking(given));
  fc.assert(
    fc.property(evidence, (given) => {
      expect(of({ ...given, regime: "unknown" })).toBe(of({ ...given, regime: "opt-in" }));
      expect(of({ ...given, optOutSignal: true })).toBeGreaterThanOrEqual(of({ ...given, optOutSignal: false }));
    }),
  );
});
