import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { readWav } from "@ringtrail/telephony/sound";
import { toneLevel } from "@ringtrail/telephony/fake";
import { expect, test } from "vitest";
import { aWav, type WavAsked } from "../../testing/a-wav.ts";
import { makeTelephoneSound } from "./make-telephone-sound.ts";

/** Our own second of a tone, made with: lame -b 32 --resample 22.05 (LAME 3.100). */
const mp3 = readFileSync(new URL("../../testing/sounds/one-second-of-1000-hz.mp3", import.meta.url));

/** What telephones hear of a file that must be fine. */
async function heard(file: Uint8Array) {
  const made = await makeTelephoneSound(file);
  if (!made.ok) throw new Error(JSON.stringify(made.reason));
  const { sampleRate, channels } = readWav(made.value.telephone);
  return { ...made.value, sampleRate, channels, samples: channels[0] ?? new Int16Array() };
}

const files: readonly (readonly [what: string, asked: WavAsked])[] = [
  ["as telephones have it", {}],
  ["of a CD, stereo", { rate: 44_100, channels: 2 }],
  ["of a studio: 48 kHz, 24 bit", { rate: 48_000, coding: "pcm24", channels: 2 }],
  ["8 bit at 11.025 kHz", { rate: 11_025, coding: "pcm8" }],
  ["32 bit", { rate: 16_000, coding: "pcm32" }],
  ["fractions", { rate: 22_050, coding: "float32" }],
  ["long fractions", { rate: 96_000, coding: "float64" }],
  ["µ-law, as exchanges keep announcements", { coding: "ulaw" }],
];

test.each(files)("a WAV %s is heard as loud, as high and as long as it is", async (_what, asked) => {
  const sound = await heard(aWav(asked));

  expect([sound.sampleRate, sound.channels.length, sound.mediaType]).toEqual([8_000, 1, "audio/wav"]);
  expect(sound.lengthMs).toBe(1_000);
  // The ends of a converted sound fade over a few milliseconds.
  const middle = sound.samples.subarray(1_000, 7_000);
  expect(toneLevel(middle, 8_000, 1_000)).toBeCloseTo(0.5, 1);
  expect(toneLevel(middle, 8_000, 2_000)).toBeLessThan(0.01);
});

test("a chunk of odd size before the sound, as editors leave a name, hides none of it", async () => {
  const plain = Buffer.from(aWav({}));
  const name = Buffer.from("LIST\x05\0\0\0INFOa\0", "latin1");

  const sound = await heard(Buffer.concat([plain.subarray(0, 36), name, plain.subarray(36)]));

  expect([sound.lengthMs, sound.samples]).toEqual([1_000, (await heard(plain)).samples]);
});

test("an MP3 is heard, and named by the file that was uploaded", async () => {
  const sound = await heard(mp3);

  expect(sound.mediaType).toBe("audio/mpeg");
  expect(sound.lengthMs).toBeGreaterThan(950);
  expect(sound.lengthMs).toBeLessThan(1_150);
  expect(toneLevel(sound.samples.subarray(1_000, 7_000), 8_000, 1_000)).toBeGreaterThan(0.4);
  expect(sound.sha256).toBe(createHash("sha256").update(mp3).digest("hex"));
  expect(sound.telephoneSha256).toBe(createHash("sha256").update(sound.telephone).digest("hex"));
});

test("what a telephone cannot carry is filtered out, not folded into what it can", async () => {
  const { samples } = await heard(Uint8Array.from(mixOf(aWav({ rate: 44_100 }), aWav({ rate: 44_100, hz: 6_500 }))));

  // 6,500 Hz taken every 1/8,000 s without a filter would be heard as 1,500 Hz.
  expect(toneLevel(samples.subarray(1_000, 7_000), 8_000, 1_500)).toBeLessThan(0.005);
  expect(toneLevel(samples.subarray(1_000, 7_000), 8_000, 1_000)).toBeCloseTo(0.25, 1);
});

test.each([11_025, 44_100, 96_000])(
  "at %i Hz the pitch stays true over many seconds, and loud and high tones of speech are kept",
  async (rate) => {
    for (const hz of [300, 1_000, 1_700, 3_300].filter((one) => one < rate * 0.42)) {
      const { samples } = await heard(aWav({ rate, hz, seconds: 4 }));
      // Over three seconds a tone that is off by a third of a hertz falls out of step with itself.
      expect(toneLevel(samples.subarray(4_000, 28_000), 8_000, hz), `${hz} Hz`).toBeCloseTo(0.5, 1);
    }
  },
);

const refused: readonly (readonly [what: string, file: Uint8Array, code: string])[] = [
  ["nothing", new Uint8Array(), "sound_unreadable"],
  ["a text", Buffer.from("This call will be recorded."), "sound_unreadable"],
  ["a WAV cut off in its header", aWav().subarray(0, 30), "sound_unreadable"],
  ["a WAV without samples", aWav().subarray(0, 48), "sound_unreadable"],
  ["a WAV of a coding telephones' software does not share", aWav({ coding: "adpcm" }), "sound_unreadable"],
  ["a WAV of a rate nobody uses", aWav({ rate: 44_101 }), "sound_unreadable"],
  ["a WAV of no channel", aWav({ channels: 0 }), "sound_unreadable"],
  [
    "an MP3's first bytes and then a text",
    Buffer.concat([mp3.subarray(0, 4), Buffer.from("text ".repeat(2_000))]),
    "sound_unreadable",
  ],
  ["a click", aWav({ seconds: 0.1 }), "sound_too_short"],
  ["three minutes", aWav({ seconds: 180 }), "sound_too_long"],
  ["silence", aWav({ loudness: 0 }), "sound_silent"],
  ["what nobody can hear", aWav({ loudness: 0.005, rate: 16_000 }), "sound_silent"],
  ["a tone above what telephones carry", aWav({ rate: 44_100, hz: 9_000 }), "sound_silent"],
];

test.each(refused)("%s is refused", async (_what, file, code) => {
  expect(await makeTelephoneSound(file)).toMatchObject({ ok: false, reason: { code } });
});

test("a few bytes that say hours are not decoded for hours", async () => {
  // 8 kbit/s: a megabyte is a quarter of an hour.
  const frames = Buffer.concat(Array.from({ length: 1_200 }, () => mp3.subarray(0, -144)));

  const made = await makeTelephoneSound(frames);

  expect(made).toMatchObject({ ok: false });
});

test("no file at all breaks the reader", async () => {
  const header = aWav({ seconds: 0.3 });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), fc.nat(60), async (noise, at) => {
      const file = Uint8Array.from(header);
      file.set(noise.subarray(0, Math.max(0, file.length - at)), at);
      const made = await makeTelephoneSound(file);
      expect(made.ok || made.reason.code.startsWith("sound_")).toBe(true);
    }),
    { numRuns: 200 },
  );
});

/** Half of each of two 16-bit files of one length. */
function mixOf(a: Uint8Array, b: Uint8Array): Uint8Array {
  const mixed = Uint8Array.from(a);
  const [one, two, view] = [a, b, mixed].map((file) => new DataView(file.buffer, file.byteOffset)) as [
    DataView,
    DataView,
    DataView,
  ];
  for (let at = 56; at + 1 < mixed.length; at += 2) {
    view.setInt16(at, (one.getInt16(at, true) + two.getInt16(at, true)) / 2, true);
  }
  return mixed;
}
