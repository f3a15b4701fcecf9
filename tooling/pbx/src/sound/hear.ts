import { toneLevel } from "@ringtrail/telephony/fake";
import { telephoneRate } from "./ulaw.ts";
import { voices } from "./tones.ts";

/** One letter per half second: who was heard. `.` is silence, `?` something else. */
export type Heard = string;

const letters: readonly (readonly [letter: string, hz: number])[] = [
  ["C", voices.caller],
  ["B", voices.business],
  ["N", voices.notice],
  ["W", voices.whisper],
  ["V", voices.voicemail],
  ["U", voices.uploaded],
  // Ringback as exchanges in North America play it; its other half is 440 Hz.
  ["r", 480],
];

const silence = 60;

/** Names who is heard in each half second of a sound. */
export function hear(samples: Int16Array): Heard {
  const half = telephoneRate / 2;
  return Array.from({ length: Math.floor(samples.length / half) }, (_, index) =>
    letterOf(samples.subarray(index * half, (index + 1) * half)),
  ).join("");
}

function letterOf(samples: Int16Array): string {
  const loud = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  if (loud < silence) return ".";
  const [best = "?", level = 0] =
    letters
      .map(([letter, hz]) => [letter, toneLevel(samples, telephoneRate, hz) * 32_767] as const)
      .toSorted(([, a], [, b]) => b - a)[0] ?? [];
  // A pure tone's level is 1.41 times its root mean square; half of it is enough to name a party.
  return level > loud * 0.5 ? best : "?";
}

/** What is heard, each spell once: `NrB` for notice, ringback, business. Lone half seconds at a change are dropped. */
export function inTurn(heard: Heard): string {
  return heard
    .replaceAll("?", "")
    .replaceAll(".", "")
    .replace(/(.)\1*/g, "$1");
}
