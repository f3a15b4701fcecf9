import { createHash } from "node:crypto";

/**
 * The name of the sound file that speaks a text: Asterisk has no voice of its own, so every text it shall say lies
 * there as `<name>.wav` (8 kHz, mono, 16 bit). Another wording is another file, so a proof never names a wrong one.
 */
export function soundName(text: string, language: string): string {
  return `say-${createHash("sha256").update(`${language.toLowerCase()}\n${text.trim()}`).digest("hex").slice(0, 20)}`;
}
