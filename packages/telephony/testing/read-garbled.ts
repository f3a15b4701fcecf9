import type { Callback } from "@ringtrail/core/call-flow";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Carrier } from "../src/carrier.ts";
import { aVerifiedMessage } from "./build-message.ts";

/** Every moment a carrier may tell: one that is added to the core is missing here until it is named. */
const everyCallback: Readonly<Record<Callback, true>> = {
  "notice-ended": true,
  "consent-answered": true,
  "menu-chosen": true,
  "dial-ended": true,
  "message-ended": true,
  "talk-changed": true,
  whisper: true,
  recording: true,
  status: true,
  sound: true,
};

/** 10,000 for each reader in the long run; the short one finds what is easy to find. */
const numRuns = process.env["RINGTRAIL_TEST_ALL"] === "1" ? 10_000 : 1_000;

/** What a carrier's forms are made of. */
export interface Dialect {
  readonly names: readonly string[];
  readonly words: readonly string[];
  /** The field without which a message belongs to no call. */
  readonly ref: string;
}

/**
 * Holds every reader of a carrier to this: whatever comes, it is read or refused by the name of a field, and what was
 * read are events with an instant, a key and lengths that are lengths.
 */
export function readsAnything(
  { readVoice, readCallback }: Pick<Carrier, "readVoice" | "readCallback">,
  { names, words, ref }: Dialect,
): void {
  const word = fc.oneof(
    fc.constantFrom(...words, "", "-1", "NaN", "1e400", "99999999999999999999", "%", "+14155550100", " 14155550100"),
    fc.string({ unit: "binary", maxLength: 30 }),
  );
  const name = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, fc.string({ maxLength: 8 }));
  const pairs = fc.array(fc.tuple(name, word), { maxLength: 12 });
  const whole = pairs.map((list) => [[ref, "call-1"], ...list].map((pair) => new URLSearchParams([pair])).join("&"));
  const body = fc.oneof(
    { weight: 4, arbitrary: whole },
    { weight: 3, arbitrary: pairs.map((list) => list.map(([one, value]) => `${one}=${value}`).join("&")) },
    { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
    { weight: 1, arbitrary: fc.json() },
  );

  test(`no ring of ${numRuns} garbled ones breaks the reader`, () => {
    fc.assert(
      fc.property(body, (text) => {
        const read = readVoice(aVerifiedMessage(text));
        expect(read.ok ? Number.isFinite(read.value.rang.at) : read.reason.field).toBeTruthy();
      }),
      { numRuns },
    );
  });

  test.each(Object.keys(everyCallback) as Callback[])(
    `no %s callback of ${numRuns} garbled ones breaks the reader, and its numbers stay numbers`,
    (callback) => {
      fc.assert(
        fc.property(body, (text) => {
          const read = readCallback(callback, aVerifiedMessage(text));
          expect(read.ok ? ref : read.reason.field).toBe(ref);
          for (const event of read.ok ? read.value.events : []) {
            expect(Number.isFinite(event.at)).toBe(true);
            expect(event.key).not.toBe("");
            expect(lengthsOf(event).every((ms) => Number.isSafeInteger(ms) && ms >= 0)).toBe(true);
          }
        }),
        { numRuns },
      );
    },
  );
}

/** Every length an event tells, wherever it stands in it. */
function lengthsOf(told: object): readonly number[] {
  return Object.entries(told).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === "object" && value !== null) return lengthsOf(value);
    return name.endsWith("Ms") ? [Number(value)] : [];
  });
}
