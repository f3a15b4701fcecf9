import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseId, type AccountId } from "@ringtrail/core";
import { importedFiles } from "@ringtrail/database";
import { z } from "zod";
import { CommandFailure } from "../cli/output.ts";

const WrittenFile = z.object({ file: z.string(), bytes: z.number().int(), sha256: z.string() });

const Manifest = z.object({
  format: z.literal("ringtrail-export/1"),
  version: z.string(),
  account: z.string(),
  exportedAt: z.string(),
  care: z.boolean(),
  files: z.array(WrittenFile.extend({ rows: z.number().int() })),
  announcements: z.array(WrittenFile),
  sounds: z.array(WrittenFile).default([]),
  soundsMissing: z.array(z.string()).default([]),
});

/** An export's list of itself, every file of it found whole. */
export interface ExportRead extends Omit<z.infer<typeof Manifest>, "account"> {
  readonly account: AccountId;
}

/** Reads the manifest and compares every file with it. @throws CommandFailure for what is no whole export. */
export async function readManifest(folder: string): Promise<ExportRead> {
  const { account, ...manifest } = await readIt(path.join(folder, "manifest.json"));
  const id = parseId<AccountId>(account);
  if (!id.ok) throw malformed("manifest.json names no account.");
  const unknown = manifest.files.find(({ file }) => !importedFiles.includes(file.replace(/\.ndjson$/, "")));
  if (unknown !== undefined) {
    throw new CommandFailure(
      "export_newer",
      `The export of version ${manifest.version} holds ${unknown.file}, which this version does not know.`,
      "Update Ringtrail here to the version that wrote the export, or a newer one.",
    );
  }
  for (const listed of [...manifest.files, ...manifest.announcements, ...manifest.sounds]) await check(folder, listed);
  return { ...manifest, account: id.value };
}

async function readIt(file: string): Promise<z.infer<typeof Manifest>> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) {
    throw new CommandFailure(
      "export_incomplete",
      `There is no ${file}: this is no export, or one that broke off.`,
      "Name the folder that ringtrail export wrote. Without its manifest.json, export again.",
    );
  }
  const parsed = Manifest.safeParse(parse(text));
  if (!parsed.success) throw malformed("manifest.json is no list of an export of ours.");
  return parsed.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A name from the list may only mean a file below the folder. */
async function check(folder: string, { file, bytes, sha256 }: z.infer<typeof WrittenFile>): Promise<void> {
  if (!/^[\w.-]+(\/[\w.-]+)*$/.test(file) || file.split("/").includes("..")) {
    throw malformed("manifest.json names a file outside of the export.");
  }
  const hash = createHash("sha256");
  let size = 0;
  try {
    for await (const piece of createReadStream(path.join(folder, file)) as AsyncIterable<Buffer>) {
      hash.update(piece);
      size += piece.length;
    }
  } catch {
    throw new CommandFailure("export_incomplete", `${file} is not there.`, "Copy the export's whole folder.");
  }
  if (size === bytes && hash.digest("hex") === sha256) return;
  throw new CommandFailure(
    "export_damaged",
    `${file} is not what was exported: its hash is another.`,
    "Copy the file again, or export again. An export that somebody edited is not taken in.",
  );
}

function malformed(what: string): CommandFailure {
  return new CommandFailure("export_malformed", what, "Name the folder that ringtrail export wrote, unchanged.");
}
