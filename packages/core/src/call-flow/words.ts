import type { CareWord } from "../care-word.ts";

/** A language tag of a spoken text: `en-US`, `es-US`. */
export type Language = string;

/** SHA-256 of a sound file as it was uploaded or shipped, hex. It names the sound. */
export type SoundHash = string;

/** Something that is said on the telephone. */
export interface Words {
  /** What is said; with a sound, what the sound says. */
  readonly text: CareWord;
  readonly language: Language;
  /** The sound to play; undefined lets the carrier's voice speak the text. */
  readonly sound?: SoundHash | undefined;
}
