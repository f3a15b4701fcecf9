import { setImmediate } from "node:timers/promises";
import { telephoneRate } from "@ringtrail/telephony/sound";
import type { PlainSound } from "./parse-wav.ts";

/** Half the width of the filter, in periods of the slower rate. Wider is sharper: this falls off between 3.4 and 4 kHz. */
const halfPeriods = 32;
/** Where the filter lets half through, as a share of the slower rate; nothing above half of it may be left. */
const cutoff = 0.465;

/**
 * Brings a sound to 8,000 samples a second of 16 bit. What a telephone cannot carry is filtered out first (a sinc in a
 * Blackman window): taken as it is, it would be folded into what is heard. Why it is ours: docs/decisions/0013.
 */
export async function toTelephoneRate({ rate, samples }: PlainSound): Promise<Int16Array> {
  if (rate === telephoneRate) return Int16Array.from(samples, toInt16);
  const heard = new Int16Array(Math.round((samples.length * telephoneRate) / rate));
  const weightsAt = makeFilter(rate);
  for (let nth = 0; nth < heard.length; nth += 1) {
    // In whole numbers: an error that grows with the sound would be heard as another pitch.
    const phase = (nth * rate) % telephoneRate;
    const centre = (nth * rate - phase) / telephoneRate;
    const weights = weightsAt(phase);
    const first = centre - (weights.length - 1) / 2;
    let sum = 0;
    for (let tap = Math.max(0, -first); tap < weights.length && first + tap < samples.length; tap += 1) {
      sum += (weights[tap] ?? 0) * (samples[first + tap] ?? 0);
    }
    heard[nth] = toInt16(sum);
    // A second of sound at a time, so that calls which wait get their turn.
    if (nth % telephoneRate === 0) await setImmediate();
  }
  return heard;
}

/**
 * The weights of the samples around a place between two of them. `phase` is how far it is from the one before, in
 * 8,000ths; they come again and again, so each is worked out once.
 */
function makeFilter(rate: number): (phase: number) => Float64Array {
  const slower = Math.min(rate, telephoneRate);
  const half = Math.ceil((halfPeriods * rate) / slower);
  const known = new Map<number, Float64Array>();
  return (phase) => {
    const found = known.get(phase);
    if (found !== undefined) return found;
    const weights = Float64Array.from({ length: 2 * half + 1 }, (_, tap) => {
      const away = tap - half - phase / telephoneRate;
      return sinc((2 * cutoff * slower * away) / rate) * blackman(away / half);
    });
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const level = weights.map((weight) => weight / whole);
    known.set(phase, level);
    return level;
  };
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** From 0 at -1 over 1 in the middle to 0 at 1. */
function blackman(x: number): number {
  return Math.abs(x) >= 1 ? 0 : 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
}

function toInt16(sample: number): number {
  return Math.round(Math.min(1, Math.max(-1, sample)) * 32_767);
}
