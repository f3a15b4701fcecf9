import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { ok, type Result } from "@ringtrail/core";
import type { ClusterFiles } from "./cluster-files.ts";
import { connectOnce } from "./connect-once.ts";
import { isAlive, readServerProcess, type ServerProcess } from "./read-server-process.ts";
import { trouble, type EmbeddedTrouble } from "./trouble.ts";

/** A running server that was found, and whether the process that started it still lives. */
export interface Found extends ServerProcess {
  readonly starterLives: boolean;
}

/**
 * Takes over a server that outlived the process that started it, or joins one whose starter lives.
 *
 * A server that is just ending (its parent was killed a moment ago) is waited for. Undefined when none runs.
 */
export async function adoptServer(
  files: ClusterFiles,
  password: string,
  patienceMs = 60_000,
): Promise<Result<Found | undefined, EmbeddedTrouble>> {
  const pollMs = 50;
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pollMs) {
    const running = readServerProcess(files.folder);
    if (running === undefined) return ok(undefined);
    if (running.isReady && (await answers(running.port, files.folder, password))) {
      return ok({ ...running, starterLives: starterLives(files) });
    }
    await wait(pollMs);
  }
  return trouble("postgres_stuck", files.folder, { waitedMs: patienceMs });
}

/** The port may be another server's by now, so the answer must come from this very folder. */
async function answers(port: number, folder: string, password: string): Promise<boolean> {
  try {
    const rows = await connectOnce(
      { port, user: "postgres", password, database: "postgres" },
      (sql) => sql<{ readonly folder: string }[]>`select current_setting('data_directory') as folder`,
    );
    return rows[0]?.folder === folder;
  } catch {
    return false;
  }
}

function starterLives(files: ClusterFiles): boolean {
  if (!existsSync(files.startedBy)) return false;
  const pid = Number(readFileSync(files.startedBy, "utf8"));
  return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid);
}
