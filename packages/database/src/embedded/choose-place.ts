import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { nobody, type RunAs } from "./choose-user.ts";

/** Where binaries and cluster lie for the user PostgreSQL runs as. */
export interface Place {
  readonly native: string;
  readonly folder: string;
}

/**
 * Answers where PostgreSQL can work: the wanted folders, or, when plain nobody cannot reach them (they lie under
 * /root), folders of this installation under /var/lib, which no system cleans up by itself.
 */
export function choosePlace(runAs: RunAs, native: string, folder: string): Place {
  if (runAs !== "nobody") return { native, folder };
  const base = path.join("/var/lib/ringtrail", createHash("sha256").update(folder).digest("hex").slice(0, 16));
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  return {
    native: isReachable(path.join(native, "bin")) ? native : copyOnce(native, path.join(base, "postgres-binaries")),
    folder: isReachable(parent) ? folder : path.join(base, "postgres"),
  };
}

function isReachable(folder: string): boolean {
  return spawnSync("/bin/sh", ["-c", 'test -x "$0"', folder], { uid: nobody, gid: nobody }).status === 0;
}

function copyOnce(from: string, to: string): string {
  if (!existsSync(path.join(to, "bin", "postgres"))) {
    mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
  return to;
}

/** Gives a folder to the user PostgreSQL runs as: it refuses a cluster that belongs to somebody else. */
export function giveTo(runAs: RunAs, folder: string): void {
  // A folder that came back from a backup often lost its mode, and PostgreSQL refuses one that others may read.
  chmodSync(folder, 0o700);
  if (runAs === "self") return;
  // In a user namespace root outside is nobody inside.
  const uid = runAs === "nobody" ? nobody : 0;
  if (lstatSync(folder).uid !== uid) chownAll(folder, uid);
}

function chownAll(at: string, uid: number): void {
  for (const entry of readdirSync(at, { withFileTypes: true })) {
    const inner = path.join(at, entry.name);
    if (entry.isDirectory()) chownAll(inner, uid);
    else if (!entry.isSymbolicLink()) chownSync(inner, uid, uid);
  }
  chownSync(at, uid, uid);
}
