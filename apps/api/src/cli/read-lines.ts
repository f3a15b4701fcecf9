import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { CommandFailure } from "./output.ts";

/** A line of a file of JSON lines: what it says, or why it says nothing. */
export type JsonLine = { readonly line: number } & JsonBody;

type JsonBody = { readonly value: Readonly<Record<string, unknown>> } | { readonly problem: LineProblem };

/** Why a line was passed over. The code is permanent. */
export interface LineProblem {
  readonly code: string;
  readonly detail: string;
}

/**
 * Opens a file to be read once from its beginning; `-` is stdin.
 *
 * @throws CommandFailure when there is no such file.
 */
export async function openInput(file: string): Promise<Readable> {
  if (file === "-") return process.stdin;
  const isFile = await stat(file).then(
    (found) => !found.isDirectory(),
    () => false,
  );
  if (!isFile) throw new CommandFailure("file_missing", `There is no file ${file}.`, "Name a file that can be read.");
  return createReadStream(file);
}

/** Reads JSON lines one by one, never more than a few in memory. Empty lines are passed over in silence. */
export async function* readJsonLines(input: Readable): AsyncGenerator<JsonLine> {
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line += 1;
    const json = line === 1 ? text.replace(/^\uFEFF/, "") : text;
    if (json.trim() !== "") yield { line, ...readObject(json) };
  }
}

function readObject(json: string): JsonBody {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return { value: value as Readonly<Record<string, unknown>> };
    }
    return { problem: { code: "line_no_object", detail: "The line is JSON, but no object." } };
  } catch {
    return { problem: { code: "line_not_json", detail: "The line is no JSON." } };
  }
}
