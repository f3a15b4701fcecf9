import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { writeTables } from "@ringtrail/database";
import { reach, type Progress } from "../open-storage.ts";
import { makeEmptyFolder } from "../export/make-empty-folder.ts";
import { keptFolders, keyPath, type KeptFile, type Manifest } from "./backup-folder.ts";
import { copyFile } from "./copy-file.ts";

/** What is backed up, and where to. */
export interface BackupOrder {
  /** The address of the database, as its owner. */
  readonly url: string;
  readonly dataFolder: string;
  /** Made if absent; refused when it holds anything. */
  readonly folder: string;
  /** With the master key: whoever has the folder can then read callers and recordings. */
  readonly withKey: boolean;
  /** ISO 8601. */
  readonly now: string;
  readonly version: string;
}

/**
 * Writes the whole installation: every row of every account at one instant, recordings as they lie there, and the
 * owner's corrections of the law. The server runs on meanwhile.
 *
 * @throws CommandFailure when the folder holds anything.
 */
export async function writeBackup(order: BackupOrder, progress: Progress): Promise<Manifest> {
  const { url, dataFolder, folder, withKey, now, version } = order;
  await makeEmptyFolder(folder, "backup_folder_not_empty");
  progress("writing the tables");
  // Rows first: a sound that comes meanwhile lies there without a row, and never a row without its sound.
  const { migrations, tables } = await reach(() => writeTables(url, folder));
  progress("copying recordings");
  const names = [...(await filesToKeep(dataFolder)), ...(withKey ? [keyPath] : [])];
  const files: KeptFile[] = [];
  for (const name of names) files.push(await copyFile(dataFolder, folder, name));
  const format = "ringtrail-backup/1" as const;
  const manifest: Manifest = {
    format,
    version,
    madeAt: now,
    withKey,
    migrations,
    tables: tables.map(({ columns, ...table }) => ({ ...table, columns: [...columns] })),
    files,
  };
  await writeFile(path.join(folder, "manifest.json"), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 });
  return manifest;
}

/** Whole files only: one that is being written has another name, and is not needed yet. */
async function filesToKeep(dataFolder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const kept of keptFolders) {
    const entries = await readdir(path.join(dataFolder, kept), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    for (const entry of entries) {
      if (!entry.isFile() || entry.name.endsWith(".new")) continue;
      found.push(path.relative(dataFolder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
    }
  }
  return found.toSorted();
}
