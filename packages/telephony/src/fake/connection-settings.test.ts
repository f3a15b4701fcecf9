import fc from "fast-check";
import { expect, test } from "vitest";
import { readSettings } from "./connection-settings.ts";

const table: [what: string, fragment: string, expected: object][] = [
  ["nothing said", "", { connectMs: 5_000, readMs: 15_000, totalMs: 15_000, retries: 1, retryOn: new Set(["ct"]) }],
  [
    "everything said",
    "#ct=2000&rt=4000&tt=8000&rc=2&rp=4xx,rt",
    { connectMs: 2_000, readMs: 4_000, totalMs: 8_000, retries: 2, retryOn: new Set(["4xx", "rt"]) },
  ],
  ["all failures", "#rp=all", { retryOn: new Set(["4xx", "5xx", "ct", "rt"]) }],
  ["out of range", "#ct=1&rt=99999&rc=9", { connectMs: 100, readMs: 15_000, retries: 5 }],
  ["nonsense", "#ct=soon&rc=-1", { connectMs: 5_000, retries: 1 }],
];

test.each(table)("limits of an address: %s", (_what, fragment, expected) => {
  expect(readSettings(`https://calls.example/voice?a=1${fragment}`)).toMatchObject(expected);
});

test("no address gives limits Twilio would not take", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { connectMs, readMs, totalMs, retries } = readSettings(`#${text}`);
      expect([connectMs >= 100, readMs <= 15_000, totalMs <= 15_000, retries <= 5]).toEqual([true, true, true, true]);
    }),
  );
});
