import { readWav, toneLevel, voiceHz } from "@ringtrail/telephony/fake";

/** How loud each voice is on each channel, and how long the recording lasts. */
export interface HeardSound {
  readonly seconds: number;
  readonly left: { readonly caller: number; readonly business: number; readonly carrier: number };
  readonly right: { readonly caller: number; readonly business: number; readonly carrier: number };
}

/** Analyses a two-channel recording over its whole length. */
export function hear(bytes: Uint8Array): HeardSound {
  const { channels, sampleRate } = readWav(bytes);
  const [left = new Int16Array(), right = new Int16Array()] = channels;
  const levels = (samples: Int16Array) => ({
    caller: toneLevel(samples, sampleRate, voiceHz.caller),
    business: toneLevel(samples, sampleRate, voiceHz.business),
    carrier: toneLevel(samples, sampleRate, voiceHz.carrier),
  });
  return { seconds: left.length / sampleRate, left: levels(left), right: levels(right) };
}
