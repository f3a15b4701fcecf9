import { makeJsonReader } from "./json-reader.ts";
import type { Loaded } from "./rule-set.ts";

/** The seal of a rule set: what it is called, since when it speaks, and the hash of each of its files. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly asOf: string;
  readonly fromMs: number;
  readonly hash: string;
  readonly files: Readonly<Record<string, unknown>>;
  /** Everything the file says: what the seal covers. */
  readonly whole: Readonly<Record<string, unknown>>;
}

/** Reads the seal. */
export function readManifest(json: unknown): Loaded<Manifest> {
  const reader = makeJsonReader();
  const root = reader.object(json, "");
  const fromMs = root["fromMs"];
  const manifest = {
    name: reader.text(root["name"], "name"),
    version: reader.text(root["version"], "version"),
    asOf: reader.text(root["asOf"], "asOf"),
    fromMs: typeof fromMs === "number" ? fromMs : Number.POSITIVE_INFINITY,
    hash: reader.text(root["hash"], "hash"),
    files: reader.object(root["files"], "files"),
    whole: root,
  };
  if (typeof fromMs !== "number") reader.wrong("fromMs");
  const at = reader.wrongAt();
  if (at !== undefined) return { ok: false, reason: { code: "rule_set_malformed", file: "manifest", at } };
  return { ok: true, value: manifest };
}
