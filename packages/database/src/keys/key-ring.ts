import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ok, type Result } from "@ringtrail/core";
import { open } from "./seal.ts";
import { parseKey, readMasterKey, type KeySource, type KeyTrouble } from "./master-key.ts";

/** Where the key lies that a rotation goes to, until it is the one. */
export const nextFile = (source: KeySource): string => `${source.file}.next`;

/**
 * Every master key that is known, the usual one first: what a rotation left behind still opens what it has not reached
 * yet, so servers go on while it runs.
 */
export function readKeyRing(source: KeySource, isFirstStart: boolean): Result<readonly Uint8Array[], KeyTrouble> {
  const usual = readMasterKey(source, isFirstStart);
  if (!usual.ok) return usual;
  const older = (source.older ?? "").split(",").filter((text) => text.trim() !== "");
  const others = [...older, ...filesBeside(source)].flatMap((text) => {
    const key = parseKey(text.trim(), source);
    return key.ok ? [key.value] : [];
  });
  return ok([usual.value, ...others]);
}

function filesBeside(source: KeySource): readonly string[] {
  const folder = path.dirname(source.file);
  if (!existsSync(folder)) return [];
  const begins = `${path.basename(source.file)}.`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(begins) && /\.(next|old-[\w.-]+)$/.test(name))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
}

/** Opens with whichever key fits. Undefined when none does. */
export function openByAny(keys: readonly Uint8Array[], sealed: Uint8Array, context: string): Uint8Array | undefined {
  for (const key of keys) {
    try {
      return open(key, sealed, context);
    } catch {
      // Another one may fit.
    }
  }
  return undefined;
}
