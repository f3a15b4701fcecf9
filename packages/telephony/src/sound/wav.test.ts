import fc from "fast-check";
import { expect, test } from "vitest";
import { headerBytes, readWav, telephoneRate, telephoneWav } from "./wav.ts";

test("a telephone WAV read again is the same sound", () => {
  fc.assert(
    fc.property(fc.int16Array(), (samples) => {
      const bytes = telephoneWav(samples);

      expect(bytes).toHaveLength(headerBytes + 2 * samples.length);
      expect(readWav(bytes)).toEqual({ sampleRate: telephoneRate, channels: [samples] });
    }),
  );
});

test.each(["", "RIFF", "RIFF0000WAVE", "not a sound at all"])("what is no WAV is said to be none: %j", (text) => {
  expect(() => readWav(Buffer.from(text))).toThrow(/Not a RIFF|No sound/);
});
