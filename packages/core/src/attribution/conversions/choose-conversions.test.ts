import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../time.ts";
import { Phi } from "../../phi.ts";
import { aNumber } from "../../../testing/build-call.ts";
import { chooseConversions, usualConversionPolicy } from "./choose-conversions.ts";
import type { CreditedCall, CreditedVisit } from "./conversion.ts";

/** Stands in for a hash: what matters here is that equal texts stay equal. */
const plain = (text: string) => text.padEnd(64, ".");

const granted = { regime: "opt-in", choice: "granted", optOutSignal: false } as const;

const aCreditedVisit = (over: Partial<CreditedVisit> = {}): CreditedVisit => ({
  visit: "ann",
  visitor: "ann's",
  probability: 0.9,
  evidence: granted,
  click: { kind: "gclid", id: "click", at: instant(0) },
  ...over,
});

const aCreditedCall = (over: Partial<CreditedCall> = {}): CreditedCall => ({
  id: "call",
  rangAt: instant(1_000),
  answered: true,
  talkMs: 60_000,
  value: { micros: 100_000_000, currency: "USD" },
  visits: [aCreditedVisit()],
  caller: Phi.seal(aNumber("+12065550123")),
  ...over,
});

const choose = (call: CreditedCall, policy = {}, reach: "own_clicks" | "any_visit" = "own_clicks") =>
  chooseConversions(call, { ...usualConversionPolicy, ...policy }, reach, plain);

test("the likeliest visit alone gets the whole value, when it is likely enough", () => {
  const [ann, bob] = [aCreditedVisit({ probability: 0.85 }), aCreditedVisit({ visit: "bob", probability: 0.15 })];

  expect(choose(aCreditedCall({ visits: [ann, bob] }))).toMatchObject([{ worth: { micros: 100_000_000 } }]);
  expect(choose(aCreditedCall({ visits: [{ ...ann, probability: 0.79 }, bob] }))).toEqual([]);
});

test("by share, each visit counts for its part of the value", () => {
  const visits = [aCreditedVisit({ probability: 0.6 }), aCreditedVisit({ visit: "bob", probability: 0.3 })];

  const told = choose(aCreditedCall({ visits }), { weigh: "share", least: 0.1 });

  expect(told.map(({ worth }) => worth?.micros)).toEqual([60_000_000, 30_000_000]);
  expect(new Set(told.map(({ id }) => id)).size).toBe(2);
});

const answers: [why: string, evidence: CreditedVisit["evidence"], told: number, caller: boolean][] = [
  ["a yes", granted, 1, true],
  ["silence where the law is opt-out", { regime: "opt-out", choice: "unanswered", optOutSignal: false }, 1, false],
  ["silence and a browser that objects", { regime: "opt-out", choice: "unanswered", optOutSignal: true }, 0, false],
  ["silence where the law is opt-in", { regime: "opt-in", choice: "unanswered", optOutSignal: false }, 0, false],
  ["a no", { regime: "opt-out", choice: "denied", optOutSignal: false }, 0, false],
];

test.each(answers)(
  "%s decides whether a platform hears of the call, and of its caller",
  (_why, evidence, told, caller) => {
    const conversions = choose(aCreditedCall({ visits: [aCreditedVisit({ evidence })] }), { shareCaller: true });

    expect(conversions).toHaveLength(told);
    expect(conversions.some((one) => one.caller !== undefined)).toBe(caller);
  },
);

test("a caller is not shared unless the owner asked for it, whatever the visitor said", () => {
  expect(choose(aCreditedCall())[0]?.caller).toBeUndefined();
});

test("a visit without a click of the platform's is none of its business, but an analytics tool counts it", () => {
  const call = aCreditedCall({ visits: [aCreditedVisit({ click: undefined })] });

  expect([choose(call), choose(call, {}, "any_visit").length]).toEqual([[], 1]);
});

test("a call that nobody answered, or that was too short, counts only where the owner says so", () => {
  const missed = aCreditedCall({ answered: false, talkMs: 0 });

  expect(choose(missed)).toEqual([]);
  expect(choose(missed, { leastTalkMs: 0 })).toHaveLength(1);
  expect(choose(aCreditedCall({ talkMs: 29_999 }), { leastTalkMs: 30_000 })).toEqual([]);
});

test("a call nobody valued counts for the usual worth, or for no value at all", () => {
  const call = aCreditedCall({ value: undefined });
  const usualWorth = { micros: 5_000_000, currency: "EUR" };

  expect([choose(call)[0]?.worth, choose(call, { usualWorth })[0]?.worth]).toEqual([undefined, usualWorth]);
});

test("shares of one call never add up to more than the call was worth", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }), (weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const visits = weights.map((weight, nth) => aCreditedVisit({ visit: `v${nth}`, probability: weight / total }));
      const told = choose(aCreditedCall({ visits }), { weigh: "share", least: 0 });
      const sum = told.reduce((all, { worth }) => all + (worth?.micros ?? 0), 0);
      expect(Math.abs(sum - 100_000_000)).toBeLessThanOrEqual(weights.length);
    }),
  );
});
