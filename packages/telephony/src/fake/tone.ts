import { telephoneRate } from "../sound/wav.ts";

/** What each voice on a fake line sounds like, in Hz: one can tell from a recording who was heard. */
export const voiceHz = { caller: 440, business: 880, carrier: 620 } as const;

/** Whose voice a sound is. The carrier speaks the announcements. */
export type Voice = keyof typeof voiceHz;

const loudness = 0.5 * 32_767;

/** The sample of a steady tone at an index, as if it had sounded since index 0. */
export function toneSample(hz: number, index: number): number {
  return Math.round(loudness * Math.sin((2 * Math.PI * hz * index) / telephoneRate));
}

/**
 * How loud one frequency is in a stretch of samples: 0 is silence, 1 as loud as can be (Goertzel's algorithm).
 *
 * Exact for whole periods; a stretch of half a second or more tells the voices apart safely.
 */
export function toneLevel(samples: Int16Array, sampleRate: number, hz: number): number {
  if (samples.length === 0) return 0;
  const coefficient = 2 * Math.cos((2 * Math.PI * hz) / sampleRate);
  let [last, before] = [0, 0];
  for (const sample of samples) [last, before] = [sample + coefficient * last - before, last];
  const power = Math.max(0, last * last + before * before - coefficient * last * before);
  return (2 * Math.sqrt(power)) / samples.length / 32_767;
}
