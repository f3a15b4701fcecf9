import { existsSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What a cluster's `postmaster.pid` says of its server. */
export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

/** Reads `postmaster.pid`: line 1 is the process, line 4 the port, line 8 the status. Undefined when no server runs. */
export function readServerProcess(folder: string): ServerProcess | undefined {
  const lines = linesOf(path.join(folder, "postmaster.pid"));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isOurs(pid, folder)) return undefined;
  return { pid, port: Number(lines[3]) || 0, isReady: lines[7]?.trim() === "ready" };
}

/** Nothing when there is no such file; a server that ends takes it away at any moment. */
function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** True when the process still runs. A zombie does not: some containers' first process never collects them. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return stateOf(pid) !== "Z";
}

function stateOf(pid: number): string | undefined {
  try {
    // The name, in parentheses, may hold anything; the state follows it.
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.charAt(0);
  } catch {
    return undefined;
  }
}

/** A dead server's number may have gone to another program. PostgreSQL works inside its data folder, which Linux shows. */
function isOurs(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return true;
  }
}

/**
 * Makes PostgreSQL see that a lock file is stale when its number belongs to a zombie or to another program by now.
 *
 * It believes a lock that names its own parent to be stale, and still looks for left-over processes of the old server
 * by the shared memory named in the same file, so the file is changed and not removed.
 */
export function disownStaleLock(folder: string): void {
  const file = path.join(folder, "postmaster.pid");
  if (!existsSync(file) || readServerProcess(folder) !== undefined) return;
  const [, ...rest] = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, [String(process.pid), ...rest].join("\n"));
}
