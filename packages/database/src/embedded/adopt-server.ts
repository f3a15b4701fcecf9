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
    const starter = running.isReady ? await askStarter(running.port, files.folder, password) : undefined;
    if (starter !== undefined) {
      return ok({ ...running, starterLives: starter !== process.pid && isAlive(starter) });
    }
    await wait(pollMs);
  }
  return trouble("postgres_stuck", files.folder, { waitedMs: patienceMs });
}

/** Who started the server of this very folder: the port may be another server's by now. Undefined: no answer yet. */
async function askStarter(port: number, folder: string, password: string): Promise<number | undefined> {
  try {
    const [row] = await connectOnce(
      { port, user: "postgres", password, database: "postgres" },
      (sql) =>
        sql<{ readonly folder: string; readonly starter: number }[]>`
        select current_setting('data_directory') as folder, current_setting('ringtrail.started_by')::int as starter`,
    );
    return row?.folder === folder ? row.starter : undefined;
  } catch {
    return undefined;
  }
}
