import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { err, ok, type Result } from "@ringtrail/core";

/** Where the master key comes from. */
export interface KeySource {
  /** The key file, 32 bytes in base64; made on the first start. Lies in the data folder as `keys/master.key`. */
  readonly file: string;
  /** The value of RINGTRAIL_MASTER_KEY, which wins over the file. Never logged. */
  readonly override?: string | undefined;
  /** A command that prints the key, as a key management service's own client does (RINGTRAIL_MASTER_KEY_COMMAND). */
  readonly command?: string | undefined;
  /** Keys from before a rotation, with commas between (RINGTRAIL_OLD_MASTER_KEYS). Never logged. */
  readonly older?: string | undefined;
}

/** Why the sealed values cannot be opened. Nothing was changed. */
export interface KeyTrouble {
  readonly code: "master_key_missing" | "master_key_malformed" | "master_key_wrong";
  /** The key file, or the name of the environment variable. */
  readonly source: string;
  readonly fix: string;
}

/**
 * Reads the master key, or makes one when this is the first start.
 *
 * @param isFirstStart false when values sealed under a key exist already: then a lost key is an error, not a new key.
 */
export function readMasterKey(source: KeySource, isFirstStart: boolean): Result<Uint8Array, KeyTrouble> {
  if (source.override !== undefined) return parseKey(source.override, source);
  if (source.command !== undefined) return askCommand(source.command, source);
  if (existsSync(source.file)) return parseKey(readFileSync(source.file, "utf8").trim(), source);
  return isFirstStart ? makeKey(source) : keyTrouble("master_key_missing", source);
}

/** Makes the reason with its sentence. */
export function keyTrouble(
  code: KeyTrouble["code"],
  source: KeySource,
): { readonly ok: false; readonly reason: KeyTrouble } {
  const from = nameOf(source);
  return err({ code, source: from, fix: fixOf(code, from) });
}

function fixOf(code: KeyTrouble["code"], from: string): string {
  switch (code) {
    case "master_key_missing":
      return `${from} is gone, and recordings and callers are sealed under it. Restore it from your backup.`;
    case "master_key_malformed":
      return `${from} does not hold 32 bytes in base64. Restore it from your backup.`;
    case "master_key_wrong":
      return `${from} is not the key this database was sealed with. Restore the right key, or start with the right database.`;
  }
}

function nameOf({ file, override, command }: KeySource): string {
  if (override !== undefined) return "RINGTRAIL_MASTER_KEY";
  return command === undefined ? file : "RINGTRAIL_MASTER_KEY_COMMAND";
}

/** The owner's own words, run by a shell as they would run them. What it prints to stderr is theirs to see. */
function askCommand(command: string, source: KeySource): Result<Uint8Array, KeyTrouble> {
  const { status, stdout } = spawnSync("/bin/sh", ["-c", command], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    timeout: 60_000,
  });
  return status === 0 ? parseKey(stdout.trim(), source) : keyTrouble("master_key_missing", source);
}

/** Reads 32 bytes in base64. */
export function parseKey(text: string, source: KeySource): Result<Uint8Array, KeyTrouble> {
  const key = Buffer.from(text, "base64");
  // The decoder skips what it does not know, so the text must come out again.
  const isWhole = key.length === 32 && key.toString("base64").replace(/=+$/, "") === text.replace(/=+$/, "");
  return isWhole ? ok(key) : keyTrouble("master_key_malformed", source);
}

/** Two servers may start at once: the first one's key stays, and the other reads it. */
function makeKey(source: KeySource): Result<Uint8Array, KeyTrouble> {
  const { file } = source;
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(unfinished, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flush: true });
  try {
    // A link is made only where nothing is, unlike a rename.
    linkSync(unfinished, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(unfinished);
  }
  return parseKey(readFileSync(file, "utf8").trim(), source);
}
