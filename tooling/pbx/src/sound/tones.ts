import { telephoneRate, toUlaw } from "./ulaw.ts";

/**
 * Who sounds how, in Hz, so that half a second tells who was heard. None lies near another or near the ringback that
 * North American exchanges play (440 and 480 together).
 */
export const voices = {
  caller: 1_000,
  business: 1_500,
  notice: 620,
  whisper: 780,
  voicemail: 1_250,
  uploaded: 1_900,
} as const;

export type Voice = keyof typeof voices;

const loudness = 8_000;

/** A steady tone as 16-bit samples. */
export function tone(hz: number, seconds: number): Int16Array {
  return Int16Array.from({ length: Math.round(seconds * telephoneRate) }, (_, index) =>
    Math.round(loudness * Math.sin((2 * Math.PI * hz * index) / telephoneRate)),
  );
}

/** A steady tone as bare G.711 bytes, which is what sipp streams. */
export function ulawTone(hz: number, seconds: number): Uint8Array {
  return Uint8Array.from(tone(hz, seconds), toUlaw);
}
