import type { Deps } from "./deps.ts";
import type { Settings } from "./env.ts";

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
 * Starts the server: database, migrations, keys, jobs, then the doors.
 *
 * @throws StartFailure with a permanent code and what to do, before any harm is done.
 */
export async function startServer(_settings: Settings): Promise<RunningServer> {
  throw new Error("The stores are being written.");
}
