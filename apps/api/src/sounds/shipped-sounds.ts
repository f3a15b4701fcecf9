import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Milliseconds } from "@ringtrail/core";
import type { Words } from "@ringtrail/core/call-flow";
import { headerBytes, telephoneRate } from "@ringtrail/telephony/sound";
import { shippedSentences } from "./shipped-sentences.ts";

/** A sentence Ringtrail ships, spoken: 8 kHz, mono, 16 bit. */
export interface ShippedSound extends Pick<Words, "text" | "language"> {
  readonly sha256: string;
  readonly lengthMs: Milliseconds;
  readonly read: () => Uint8Array;
}

/** Beside the built server in the published package, two folders up in the workspace. */
const folders = ["../sounds", "../../sounds"].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

/** Every shipped sentence whose file is there. They are small and read once. */
export function findShippedSounds(): readonly ShippedSound[] {
  const folder = folders.find((one) => existsSync(path.join(one, "manifest.json")));
  if (folder === undefined) return [];
  return shippedSentences.map(({ file, text, language }) => {
    const bytes = readFileSync(path.join(folder, file));
    const lengthMs = Math.round(((bytes.length - headerBytes) * 1_000) / (2 * telephoneRate));
    return { text, language, sha256: createHash("sha256").update(bytes).digest("hex"), lengthMs, read: () => bytes };
  });
}

/** The shipped sound that says exactly these words. */
export function shippedSoundOf(
  { text, language }: Pick<Words, "text" | "language">,
  among: readonly ShippedSound[],
): ShippedSound | undefined {
  return among.find((one) => one.text === text.trim() && one.language.toLowerCase() === language.toLowerCase());
}
