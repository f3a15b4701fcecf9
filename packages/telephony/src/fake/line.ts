import type { Milliseconds } from "@ringtrail/core";
import type { Voice } from "./tone.ts";

/** One sound on the line. Times are milliseconds of the call's own time, which runs `speed` times faster than ours. */
export interface LineSound {
  readonly who: Voice;
  readonly what: "voice" | "speech" | "played" | "ringback";
  readonly text?: string;
  /** What was fetched and played, as the telephone carries it; absent for what sounds as its voice does. */
  readonly samples?: Int16Array | undefined;
  /** Set for what only the business hears: a whisper before the two are connected. */
  readonly only?: "business";
  readonly fromMs: Milliseconds;
  readonly toMs: Milliseconds;
}

/** What sounded on a call's line, and when. Everything a recording or a report says of the call is read from here. */
export class Line {
  readonly #others: LineSound[] = [];
  #nowMs: Milliseconds = 0;
  #callerLeftMs: Milliseconds | undefined;

  /** How far the call's own time has come. */
  get nowMs(): Milliseconds {
    return this.#nowMs;
  }

  /** The caller never stops talking, so that a recording which begins too early gives itself away. */
  get sounds(): readonly LineSound[] {
    return [{ who: "caller", what: "voice", fromMs: 0, toMs: this.#callerLeftMs ?? this.#nowMs }, ...this.#others];
  }

  /** Lets the call's time run on. */
  advance(ms: Milliseconds): void {
    this.#nowMs += Math.max(0, ms);
  }

  /** Puts a sound on the line that began at `fromMs` and ends now. Nothing is heard of a sound without length. */
  sounded(sound: Omit<LineSound, "toMs">): void {
    if (this.#nowMs > sound.fromMs) this.#others.push({ ...sound, toMs: this.#nowMs });
  }

  /** The caller's voice ends now. */
  callerLeft(): void {
    this.#callerLeftMs ??= this.#nowMs;
  }
}

/** What the caller heard: all but the own voice. */
export function heardByCaller(line: Line): readonly LineSound[] {
  return line.sounds.filter((sound) => sound.who !== "caller" && sound.only === undefined);
}

/** What the business heard: what was whispered, then the caller, while both were connected. */
export function heardByBusiness(line: Line): readonly LineSound[] {
  const talks = line.sounds.filter((sound) => sound.who === "business");
  const whispered = line.sounds.filter((sound) => sound.only === "business");
  const voices = line.sounds
    .filter((sound) => sound.who === "caller")
    .flatMap((voice) =>
      talks.map(({ fromMs, toMs }) => ({
        ...voice,
        fromMs: Math.max(voice.fromMs, fromMs),
        toMs: Math.min(voice.toMs, toMs),
      })),
    )
    .filter((sound) => sound.toMs > sound.fromMs);
  return [...whispered, ...voices];
}
