import { readFileSync } from "node:fs";
import { readWav, telephoneRate } from "@ringtrail/telephony/sound";
import { defaultAnnouncement, shippedWordings } from "@ringtrail/core/call-flow";
import { expect, test } from "vitest";
import { findShippedSounds, shippedSoundOf } from "./shipped-sounds.ts";
import { shippedSentences } from "./shipped-sentences.ts";

const shipped = findShippedSounds();
const manifest: unknown = JSON.parse(readFileSync(new URL("../../sounds/manifest.json", import.meta.url), "utf8"));

test("what was spoken into each file is what the sentence says today, and the file is the one that was spoken", () => {
  // A sentence that was changed is spoken anew with: node scripts/speak-shipped-sounds.ts
  const said = shippedSentences.map((sentence, nth) => ({ ...sentence, sha256: shipped[nth]?.sha256 }));
  expect(manifest).toEqual(said);
});

test("every new account's announcement can be heard, in English and in Spanish, the question and the repeat too", () => {
  const words = Object.values(shippedWordings).flatMap((one) => [one, one.short, one.question]);
  for (const one of [defaultAnnouncement, ...words]) expect(shippedSoundOf(one, shipped), one.text).toBeDefined();
  expect(shippedSoundOf({ text: "Something else.", language: "en-US" }, shipped)).toBeUndefined();
});

test.each(shipped.map((one) => [one.text, one] as const))(
  "%s: a telephone's WAV, loud enough, at a speaking pace",
  (_, one) => {
    const { sampleRate, channels } = readWav(one.read());
    const [samples = new Int16Array(), ...others] = channels;

    expect([sampleRate, others.length]).toEqual([telephoneRate, 0]);
    expect(samples.some((sample) => Math.abs(sample) > 3_000)).toBe(true);
    const charactersPerSecond = (one.text.length * 1_000) / one.lengthMs;
    expect(charactersPerSecond).toBeGreaterThan(10);
    expect(charactersPerSecond).toBeLessThan(20);
  },
);
