import { err, ok, type Result } from "@ringtrail/core";
import type { SoundUnreadable } from "./sound-refused.ts";

/** A sound as it stands in a file: one list of samples from -1 to 1, all its channels mixed. */
export interface PlainSound {
  /** Samples a second. */
  readonly rate: number;
  readonly samples: Float32Array;
}

type ReadSample = (view: DataView, at: number) => number;

interface Format {
  readonly channels: number;
  readonly rate: number;
  readonly bytes: number;
  readonly read: ReadSample;
}

/** What WAV files call plain numbers, fractions, and the telephone's own two codings; `extensible` says it further on. */
const tags = { pcm: 1, float: 3, alaw: 6, ulaw: 7, extensible: 0xfffe } as const;

/**
 * Reads a WAV chunk by chunk as RIFF says: PCM of 8 to 32 bits, fractions, A-law and µ-law. What else a WAV may hold
 * (ADPCM, MP3 in a WAV) is refused.
 *
 * @param mostMs a longer sound is not read beyond that and one sample more, so that nobody's file fills the memory.
 */
export function parseWav(file: Uint8Array, mostMs: number): Result<PlainSound, SoundUnreadable> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const word = (at: number) => String.fromCharCode(...file.subarray(at, at + 4));
  if (file.length < 12 || word(0) !== "RIFF" || word(8) !== "WAVE") return unreadable("This is no WAV file.");
  let format: Format | undefined;
  for (let at = 12; at + 8 <= file.length;) {
    const [name, size] = [word(at), view.getUint32(at + 4, true)];
    const body = at + 8;
    if (name === "fmt ") {
      format = body + 16 <= file.length ? readFormat(view, body, size) : undefined;
      if (format === undefined) return unreadable("Save the WAV as PCM, for example 16 bit at 44,100 Hz.");
    }
    if (name === "data") {
      if (format === undefined) return unreadable("The WAV does not say what its samples are.");
      return ok(mix(view, body, Math.min(size, file.length - body), format, mostMs));
    }
    at = body + size + (size % 2);
  }
  return unreadable("The WAV holds no sound.");
}

function readFormat(view: DataView, at: number, size: number): Format | undefined {
  const given = view.getUint16(at, true);
  const isLong = size >= 26 && at + 26 <= view.byteLength;
  const tag = given === tags.extensible && isLong ? view.getUint16(at + 24, true) : given;
  const [channels, rate, bits] = [
    view.getUint16(at + 2, true),
    view.getUint32(at + 4, true),
    view.getUint16(at + 14, true),
  ];
  const read = readers.get(`${tag}:${bits}`);
  // Every usual rate is a whole number of these; any other would need a filter of its own for every sample.
  const isUsualRate = rate % 25 === 0 && rate >= 4_000 && rate <= 192_000;
  const isUsual = channels >= 1 && channels <= 8 && isUsualRate;
  return read === undefined || !isUsual ? undefined : { channels, rate, bytes: bits / 8, read };
}

const readers: ReadonlyMap<string, ReadSample> = new Map<string, ReadSample>([
  [`${tags.pcm}:8`, (view, at) => (view.getUint8(at) - 128) / 128],
  [`${tags.pcm}:16`, (view, at) => view.getInt16(at, true) / 32_768],
  [`${tags.pcm}:24`, (view, at) => ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 8_388_608],
  [`${tags.pcm}:32`, (view, at) => view.getInt32(at, true) / 2_147_483_648],
  [`${tags.float}:32`, (view, at) => bounded(view.getFloat32(at, true))],
  [`${tags.float}:64`, (view, at) => bounded(view.getFloat64(at, true))],
  [`${tags.alaw}:8`, (view, at) => fromAlaw(view.getUint8(at))],
  [`${tags.ulaw}:8`, (view, at) => fromUlaw(view.getUint8(at))],
]);

function mix(view: DataView, start: number, size: number, format: Format, mostMs: number): PlainSound {
  const { channels, rate, bytes, read } = format;
  const most = Math.ceil((mostMs * rate) / 1_000) + 1;
  const frames = Math.min(Math.floor(size / (channels * bytes)), most);
  const samples = new Float32Array(frames);
  for (let frame = 0; frame < frames; frame += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1)
      sum += read(view, start + (frame * channels + channel) * bytes);
    samples[frame] = sum / channels;
  }
  return { rate, samples };
}

/** Fractions may be beyond 1, and may be no number at all. */
function bounded(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(-1, value)) : 0;
}

/** G.711: a sign, an exponent of three bits, a mantissa of four. */
function fromUlaw(byte: number): number {
  const [turned, exponent] = [~byte & 0xff, (~byte >> 4) & 7];
  const level = (((turned & 0x0f) * 2 + 33) << exponent) - 33;
  return ((turned & 0x80) === 0 ? level : -level) / 8_192;
}

function fromAlaw(byte: number): number {
  const turned = byte ^ 0x55;
  const [exponent, mantissa] = [(turned >> 4) & 7, (turned & 0x0f) * 2 + 1];
  const level = exponent === 0 ? mantissa : (mantissa + 32) << (exponent - 1);
  return ((turned & 0x80) === 0 ? -level : level) / 4_096;
}

function unreadable(says: string): Result<never, SoundUnreadable> {
  return err({ code: "sound_unreadable", says });
}
