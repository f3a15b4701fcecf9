import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, statfsSync } from "node:fs";
import path from "node:path";
import { ok, type Result } from "@ringtrail/core";
import { readPassword, type ClusterFiles } from "./cluster-files.ts";
import { trouble, type EmbeddedTrouble } from "./trouble.ts";

/** The major version the binaries make and read. */
export const majorVersion = "18";

/** A new cluster takes 60 MB; a running one needs room for its next write-ahead segments (16 MB each). */
const roomForNewCluster = 200_000_000;
const roomForStart = 50_000_000;

/**
 * Looks at the data folder before anything is touched: `empty` asks for a new cluster, `cluster` is one of ours.
 *
 * @param roomBytes overrides the room that must be free on the disk.
 */
export function checkFolder(files: ClusterFiles, roomBytes?: number): Result<"empty" | "cluster", EmbeddedTrouble> {
  const { folder } = files;
  const parent = path.dirname(folder);
  try {
    mkdirSync(parent, { recursive: true });
    accessSync(parent, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    return trouble("data_folder_not_writable", folder, { why: codeOf(error) });
  }
  const held = holds(folder);
  const found = held === "cluster" ? checkVersion(files) : ok(held);
  if (!found.ok) return found;
  if (found.value === "foreign") return trouble("data_folder_foreign", folder);
  const free = statfsSync(parent);
  const freeBytes = free.bavail * free.bsize;
  const wanted = roomBytes ?? (found.value === "empty" ? roomForNewCluster : roomForStart);
  if (freeBytes < wanted) return trouble("disk_full", folder, { freeBytes, neededBytes: wanted });
  return ok(found.value);
}

function holds(folder: string): "empty" | "cluster" | "foreign" {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return "empty";
  return existsSync(path.join(folder, "PG_VERSION")) ? "cluster" : "foreign";
}

function checkVersion(files: ClusterFiles): Result<"cluster", EmbeddedTrouble> {
  const made = readFileSync(path.join(files.folder, "PG_VERSION"), "utf8").trim();
  if (!/^\d{1,3}$/.test(made))
    return trouble("data_folder_corrupt", files.folder, { said: "PG_VERSION is unreadable" });
  if (made !== majorVersion) {
    return trouble("data_folder_wrong_version", files.folder, { madeBy: made, needed: majorVersion });
  }
  if (readPassword(files.folder, "superuser") === undefined)
    return trouble("data_folder_password_missing", files.folder);
  return ok("cluster");
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
