import { createHash } from "node:crypto";
import type { Words } from "@ringtrail/core/call-flow";

/**
 * The name of the sound file that says these words: Asterisk has no voice of its own, so everything it shall say lies
 * there as `<name>.wav` (8 kHz, mono, 16 bit). Another wording or sound is another file, so a proof never names a
 * wrong one.
 */
export function soundName({ text, language, sound }: Words): string {
  if (sound !== undefined) return `sound-${sound.slice(0, 40)}`;
  return `say-${createHash("sha256").update(`${language.toLowerCase()}\n${text.trim()}`).digest("hex").slice(0, 20)}`;
}
