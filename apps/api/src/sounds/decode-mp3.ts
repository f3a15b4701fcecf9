import { setImmediate } from "node:timers/promises";
import { err, ok, type Result } from "@ringtrail/core";
import type { PlainSound } from "./parse-wav.ts";
import type { SoundUnreadable } from "./sound-refused.ts";

/** How much of a file is decoded before calls that wait get their turn. */
const stepBytes = 16 * 1024;

/** True for a file that begins like an MP3: with a tag, or with a frame of layer 3. */
export function looksLikeMp3(file: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = file;
  const isTagged = first === 0x49 && second === 0x44 && third === 0x33;
  return isTagged || (first === 0xff && (second & 0xe6) === 0xe2 && third !== 0xff);
}

/**
 * Decodes an MP3 with libmpg123 in WebAssembly. It stops as soon as the sound is longer than `mostMs`: few bytes may
 * say hours.
 */
export async function decodeMp3(file: Uint8Array, mostMs: number): Promise<Result<PlainSound, SoundUnreadable>> {
  // Loaded when it is needed first: no start waits for it.
  const { MPEGDecoder } = await import("mpg123-decoder");
  const decoder = new MPEGDecoder();
  await decoder.ready;
  const parts: Float32Array[] = [];
  let [rate, length] = [0, 0];
  try {
    for (let at = 0; at < file.length && length * 1_000 <= mostMs * Math.max(1, rate); at += stepBytes) {
      const part = decoder.decode(file.subarray(at, at + stepBytes));
      if (part.errors.length > 0) return unreadable("The MP3 is damaged.");
      if (part.samplesDecoded > 0) {
        if (rate !== 0 && part.sampleRate !== rate) return unreadable("The MP3 changes its sample rate.");
        rate = part.sampleRate;
        length += part.samplesDecoded;
        parts.push(mixed(part.channelData, part.samplesDecoded));
      }
      await setImmediate();
    }
  } finally {
    decoder.free();
  }
  if (rate === 0) return unreadable("The MP3 holds no sound.");
  const samples = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  return ok({ rate, samples });
}

function mixed(channels: readonly Float32Array[], length: number): Float32Array {
  return Float32Array.from({ length }, (_, at) =>
    channels.reduce((sum, channel) => sum + (channel[at] ?? 0) / channels.length, 0),
  );
}

function unreadable(says: string): Result<never, SoundUnreadable> {
  return err({ code: "sound_unreadable", says });
}
