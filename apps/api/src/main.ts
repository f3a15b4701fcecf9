import type { Deps } from "./deps.ts";
import type { Settings } from "./env.ts";
import { listen } from "./listen.ts";
import { makeLog } from "./make-log.ts";
import { openDoors } from "./open-doors.ts";
import { openStorage, type Progress } from "./open-storage.ts";

/** A server that answers. */
export interface RunningServer {
  /** Where it listens: `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Where the world reaches it. */
  readonly publicUrl: string;
  /** Set when the wanted port was taken: the one that was wanted. */
  readonly portTaken: number | undefined;
  /** For commands that run in the server's own process: seed, owner link. */
  readonly deps: Deps;
  /** Stops taking requests, finishes the open ones, stops jobs and the database. A second call waits for the first. */
  stop(): Promise<void>;
}

/**
 * Starts the server: port, database, migrations, keys, jobs, then the doors.
 *
 * @param progress is told each step that takes time.
 * @throws StartFailure with a permanent code and what to do, before any harm is done.
 */
export async function startServer(settings: Settings, progress: Progress = () => undefined): Promise<RunningServer> {
  const log = makeLog(settings.logLevel);
  const listener = await listen(settings.host, settings.port);
  try {
    const storage = await openStorage(settings, progress);
    try {
      return await openDoors({ settings, log, listener, storage });
    } catch (error) {
      await storage.close();
      throw error;
    }
  } catch (error) {
    await listener.close(0);
    throw error;
  }
}
