import type { Milliseconds } from "@ringtrail/core";
import type { Line, LineSound } from "./line.ts";
import { toneSample, voiceHz } from "./tone.ts";
import { headerBytes, telephoneRate, wavHeader } from "../sound/wav.ts";

/** A stretch of a call that was recorded, as it lies on the fake carrier's shelf. */
export interface Tape {
  readonly sounds: readonly LineSound[];
  readonly fromMs: Milliseconds;
  readonly toMs: Milliseconds;
  /** Two: the caller on the left, on the right what the caller heard. One: both mixed, or one track alone. */
  readonly channels: 1 | 2;
  /** `outbound` is what the caller heard, `inbound` the caller. */
  readonly track: "both" | "inbound" | "outbound";
  /** Stretches in which the recording was paused: silence, as Twilio's default is. */
  readonly pauses: readonly { readonly fromMs: Milliseconds; readonly toMs: Milliseconds }[];
}

/** Cuts out of the line what sounded between two moments. */
export function tapeOf(line: Line, span: Omit<Tape, "sounds">): Tape {
  const heard = line.sounds.filter(({ only }) => only === undefined);
  return { ...span, sounds: heard.filter((one) => one.toMs > span.fromMs && one.fromMs < span.toMs) };
}

export function tapeBytes(tape: Tape): number {
  return headerBytes + samplesOf(tape) * tape.channels * 2;
}

/** The tape as a WAV, one chunk a second. */
export function* playTape(tape: Tape): Generator<Uint8Array> {
  const samples = samplesOf(tape);
  yield wavHeader(samples, tape.channels);
  for (let start = 0; start < samples; start += telephoneRate) {
    const length = Math.min(telephoneRate, samples - start);
    const frames = Array.from({ length }, (_, index) => frameAt(tape, start + index)).flat();
    yield Buffer.from(Int16Array.from(frames).buffer);
  }
}

function frameAt(tape: Tape, sample: number): readonly number[] {
  const atMs = tape.fromMs + (sample * 1_000) / telephoneRate;
  const isPaused = tape.pauses.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  const heard = isPaused
    ? []
    : tape.sounds.filter((sound) => sound.fromMs <= atMs && atMs < sound.toMs && sound.what !== "ringback");
  const left = heard.some((sound) => sound.who === "caller") ? toneSample(voiceHz.caller, sample) : 0;
  const other = heard.find((sound) => sound.who !== "caller");
  const right = other === undefined ? 0 : sampleOf(other, tape.fromMs, sample);
  if (tape.channels === 2) return [left, right];
  return [tape.track === "both" ? Math.round((left + right) / 2) : tape.track === "outbound" ? right : left];
}

/** A sound that was fetched is heard as it is; every other one is its voice's tone. */
function sampleOf({ who, samples, fromMs }: LineSound, tapeFromMs: Milliseconds, sample: number): number {
  if (samples === undefined) return toneSample(voiceHz[who], sample);
  return samples[sample - Math.round(((fromMs - tapeFromMs) * telephoneRate) / 1_000)] ?? 0;
}

function samplesOf({ fromMs, toMs }: Tape): number {
  return Math.round(((toMs - fromMs) * telephoneRate) / 1_000);
}
