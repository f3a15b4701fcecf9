import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { migrate, readTables } from "@ringtrail/database";
import { CommandFailure } from "../cli/output.ts";
import { failureOf, reach, type Progress } from "../open-storage.ts";
import { keyPath, Manifest } from "./backup-folder.ts";
import { copyFile } from "./copy-file.ts";

/** What is restored, and where to. */
export interface RestoreOrder {
  /** The address of an empty database, as its owner. */
  readonly url: string;
  /** Holds no recordings and no key. */
  readonly dataFolder: string;
  readonly folder: string;
}

/** Reads what a backup says of itself. @throws CommandFailure when it is none or broke off. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, "manifest.json"), "utf8").catch(() => undefined);
  const fix = "Name the folder that `ringtrail backup` wrote; one without manifest.json broke off.";
  if (text === undefined) throw new CommandFailure("backup_unreadable", `There is no whole backup in ${folder}.`, fix);
  const parsed = Manifest.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new CommandFailure("backup_unreadable", `${folder} holds a manifest that is none of ours.`, fix);
}

/**
 * Restores a backup into an empty database and data folder: rows all or none, then the files, each checked.
 *
 * @throws CommandFailure when something is in the way or damaged.
 */
export async function restoreBackup({ url, dataFolder, folder }: RestoreOrder, progress: Progress): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const inTheWay = manifest.files.find(({ path: name }) => existsSync(path.join(dataFolder, name)));
  if (inTheWay !== undefined) {
    const fix = "Restore into a new DATA_FOLDER.";
    throw new CommandFailure("restore_into_used_folder", `${dataFolder} holds ${inTheWay.path} already.`, fix);
  }
  const migrated = await reach(() => migrate(url));
  if (!migrated.ok) throw failureOf(migrated.reason);
  progress("restoring the tables");
  const restored = await reach(() => readTables(url, folder, manifest));
  if (!restored.ok) {
    const { code, about, fix } = restored.reason;
    throw new CommandFailure(code, `Nothing was restored: ${about}.`, fix);
  }
  progress("copying recordings");
  for (const { path: name, sha256 } of manifest.files) {
    const copied = await copyFile(folder, dataFolder, name);
    if (copied.sha256 === sha256) continue;
    const fix = "The rows are restored, this file is not what was written. Take it from another copy of the backup.";
    throw new CommandFailure("backup_file_damaged", `${name} is damaged.`, fix);
  }
  return manifest;
}

/** Where the master key has to be put before the next start; undefined when it came with the backup. */
export function missingKey({ withKey }: Manifest, dataFolder: string): string | undefined {
  return withKey ? undefined : path.join(dataFolder, keyPath);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
