import fc from "fast-check";
import { expect, test } from "vitest";
import { playTape, tapeBytes } from "./record-line.ts";
import { toneLevel, toneSample, voiceHz } from "./tone.ts";
import { readWav } from "../sound/wav.ts";

const caller = { who: "caller", what: "voice" } as const;
const business = { who: "business", what: "voice" } as const;

test("a tape plays each voice where and when it sounded", () => {
  const sounds = [
    { ...caller, fromMs: 0, toMs: 3_000 },
    { ...business, fromMs: 2_000, toMs: 4_000 },
  ];
  const tape = { sounds, fromMs: 1_000, toMs: 4_000, channels: 2, track: "both", pauses: [] } as const;

  const bytes = Buffer.concat([...playTape(tape)]);

  expect(bytes).toHaveLength(tapeBytes(tape));
  const { channels } = readWav(bytes);
  const [left = new Int16Array(), right = new Int16Array()] = channels;
  const levels = [0, 1, 2].map((at) => [
    Math.round(toneLevel(left.subarray(at * 8_000, (at + 1) * 8_000), 8_000, voiceHz.caller) * 10),
    Math.round(toneLevel(right.subarray(at * 8_000, (at + 1) * 8_000), 8_000, voiceHz.business) * 10),
  ]);
  expect(levels).toEqual([
    [5, 0],
    [5, 5],
    [0, 5],
  ]);
});

test("one channel holds both voices, and a ringing tone is on no tape", () => {
  const ringback = { who: "carrier", what: "ringback", fromMs: 0, toMs: 1_000 } as const;
  const both = {
    fromMs: 0,
    toMs: 1_000,
    channels: 1,
    track: "both",
    pauses: [],
    sounds: [{ ...caller, fromMs: 0, toMs: 1_000 }, ringback],
  } as const;
  const [mixed = new Int16Array()] = readWav(Buffer.concat([...playTape(both)])).channels;
  expect(toneLevel(mixed, 8_000, voiceHz.caller)).toBeCloseTo(0.25, 1);
  expect(toneLevel(mixed, 8_000, voiceHz.carrier)).toBeLessThan(0.01);
});

test("one track alone leaves the other out, and a pause is silence of the same length", () => {
  const sounds = [
    { ...caller, fromMs: 0, toMs: 2_000 },
    { ...business, fromMs: 0, toMs: 2_000 },
  ];
  const tape = { sounds, fromMs: 0, toMs: 2_000, channels: 1, track: "outbound" } as const;
  const [samples = new Int16Array()] = readWav(
    Buffer.concat([...playTape({ ...tape, pauses: [{ fromMs: 1_000, toMs: 2_000 }] })]),
  ).channels;

  expect(samples).toHaveLength(16_000);
  expect(toneLevel(samples.subarray(0, 8_000), 8_000, voiceHz.business)).toBeCloseTo(0.5, 1);
  expect(toneLevel(samples.subarray(0, 8_000), 8_000, voiceHz.caller)).toBeLessThan(0.01);
  expect(samples.subarray(8_000).every((sample) => sample === 0)).toBe(true);
});

test("a sound that was fetched is on the tape as it was heard, and cut where the tape begins", () => {
  const samples = Int16Array.from({ length: 8_000 }, (_, at) => toneSample(1_500, at));
  const played = { who: "carrier", what: "played", samples, fromMs: 500.06, toMs: 1_500.06 } as const;
  const span = { fromMs: 1_000.3, toMs: 2_000.3, channels: 1, track: "outbound", pauses: [] } as const;

  const [heard = new Int16Array()] = readWav(Buffer.concat([...playTape({ ...span, sounds: [played] })])).channels;

  expect(heard.subarray(0, 3_990)).toEqual(samples.subarray(4_002, 7_992));
  expect(heard.subarray(4_010).every((sample) => sample === 0)).toBe(true);
});

test("a frequency's level is its share of full loudness, and others do not count", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), (tenths) => {
      const samples = Int16Array.from({ length: 8_000 }, (_, at) => (toneSample(440, at) * tenths) / 10);
      expect(toneLevel(samples, 8_000, 440)).toBeCloseTo(tenths / 20, 2);
      expect(toneLevel(samples, 8_000, 880)).toBeLessThan(0.01);
    }),
  );
});
