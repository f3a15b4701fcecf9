import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Loaded, RuleSetFiles } from "@ringtrail/recording-law";

/** Where an installation keeps law of its own, below the data folder. Everything in it is optional. */
export interface LawFolder {
  /** A rule set in place of the shipped one: `manifest.json` and the files it lists, as the package has them. */
  readonly rules: string;
  /** The owner's overrides: `{ "overrides": [{ place, phone, reason, author, date }] }`. */
  readonly overrides: string;
  /** The law that last passed every check, kept in case the next one does not. Written by the server. */
  readonly lastGood: string;
}

/** The paths below a data folder. */
export function lawFolderOf(dataFolder: string): LawFolder {
  const folder = path.join(dataFolder, "recording-law");
  return {
    rules: path.join(folder, "rules"),
    overrides: path.join(folder, "overrides.json"),
    lastGood: path.join(folder, "last-good.json"),
  };
}

/** A file's JSON; `absent` when there is no such file. */
export type JsonFile =
  | { readonly kind: "json"; readonly json: unknown }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable" };

/** Reads one JSON file. What cannot be read is told apart from what is not there. */
export async function readJsonFile(file: string): Promise<JsonFile> {
  try {
    return { kind: "json", json: JSON.parse(await readFile(file, "utf8")) };
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    return { kind: isAbsent ? "absent" : "unreadable" };
  }
}

/** The owner's rule set, every file its manifest lists; undefined when the folder holds none. */
export async function readRulesFolder(folder: string): Promise<Loaded<RuleSetFiles> | undefined> {
  const manifest = await readJsonFile(path.join(folder, "manifest.json"));
  if (manifest.kind === "absent") return undefined;
  if (manifest.kind === "unreadable") return unreadable("manifest");
  const files: Record<string, unknown> = {};
  for (const name of filesListed(manifest.json)) {
    const file = await readJsonFile(path.join(folder, `${name}.json`));
    if (file.kind !== "json") return unreadable(name);
    files[name] = file.json;
  }
  return { ok: true, value: { manifest: manifest.json, files } };
}

/** A name with a path in it would read elsewhere; the seal then misses the file and the set is refused. */
function filesListed(manifest: unknown): readonly string[] {
  const listed = typeof manifest === "object" && manifest !== null && "files" in manifest ? manifest.files : undefined;
  return Object.keys(listed ?? {}).filter((name) => /^[\w-]+$/.test(name));
}

function unreadable(file: string): Loaded<RuleSetFiles> {
  return { ok: false, reason: { code: "rule_set_unreadable", file } };
}
