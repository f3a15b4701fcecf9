import { accessSync, constants, mkdirSync, statfsSync } from "node:fs";
import path from "node:path";
import { createStores, migrate, openQueue, type QueueDatabase, type Stores } from "@ringtrail/database";
import { startEmbedded, type EmbeddedServer } from "@ringtrail/database/embedded";
import type { Settings } from "./env.ts";
import { keepEmbedded } from "./keep-embedded.ts";
import type { Log } from "./log.ts";
import { StartFailure } from "./start-failure.ts";

/** The steps of a start that take time, as a person is told them. */
export type Progress = (words: string) => void;

/** The database with every store, and what stops it. */
export interface Storage {
  readonly stores: Stores;
  readonly queue: QueueDatabase;
  /** Starts the embedded PostgreSQL again whenever it dies under us. Nothing to do for a database of the owner's. */
  keepAlive(log: Log): void;
  close(): Promise<void>;
}

/** Recordings, the spool and the snapshot need some room even when the database is elsewhere. */
const roomBytes = 50_000_000;

/** Opens the database and brings it up to date. @throws StartFailure before anything is harmed. */
export async function openStorage(settings: Settings, progress: Progress): Promise<Storage> {
  checkDataFolder(settings.dataFolder);
  const embedded = settings.databaseUrl === undefined ? await startOwn(settings.dataFolder, progress) : undefined;
  const url = settings.databaseUrl ?? embedded?.url ?? "";
  try {
    progress("bringing the database up to date");
    const stores = await reach(async () => {
      const migrated = await migrate(url);
      if (!migrated.ok) throw failureOf(migrated.reason);
      const opened = await createStores({
        url,
        keys: {
          file: path.join(settings.dataFolder, "keys", "master.key"),
          override: settings.masterKey,
          command: settings.masterKeyCommand,
          older: settings.oldMasterKeys,
        },
        lendTogether: settings.lendTogether,
        recordingsFolder: path.join(settings.dataFolder, "recordings"),
      });
      if (!opened.ok) throw failureOf(opened.reason);
      return opened.value;
    });
    const queue = openQueue(url);
    const keeper = embedded && keepEmbedded(embedded);
    return {
      stores,
      queue,
      keepAlive: (log) => keeper?.watch(log),
      close: async () => {
        await Promise.all([stores.close(), queue.close()]);
        await keeper?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** The database alone, at its address: the owner's own, or the embedded one, joined when it runs. */
export async function openDatabase(
  { dataFolder, databaseUrl }: Pick<Settings, "dataFolder" | "databaseUrl">,
  progress: Progress,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  checkDataFolder(dataFolder);
  if (databaseUrl !== undefined) return { url: databaseUrl, close: async () => {} };
  const embedded = await startOwn(dataFolder, progress);
  return { url: embedded.url, close: () => embedded.stop() };
}

async function startOwn(dataFolder: string, progress: Progress): Promise<EmbeddedServer> {
  const words = {
    creating: "creating the embedded PostgreSQL (once)",
    starting: "starting the embedded PostgreSQL",
    adopting: "joining the embedded PostgreSQL that already runs",
  };
  const started = await startEmbedded({
    folder: path.join(dataFolder, "postgres"),
    onProgress: (step) => progress(words[step]),
  });
  if (!started.ok) throw failureOf(started.reason);
  return started.value;
}

function checkDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const full = error instanceof Error && "code" in error && error.code === "ENOSPC";
    if (full) throw diskFull(folder);
    throw new StartFailure(
      "data_folder_not_writable",
      `${folder} may not be written.`,
      "Give it to the user who starts Ringtrail, or choose another folder with DATA_FOLDER.",
    );
  }
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < roomBytes) throw diskFull(folder);
}

function diskFull(folder: string): StartFailure {
  return new StartFailure("disk_full", `The disk under ${folder} is full.`, "Free some space and start again.");
}

/** Runs what talks to the database; a database that cannot be reached becomes a plain sentence. */
export async function reach<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    if (code === "53100") throw diskFull("the database");
    const isRefused = code.startsWith("28") || code === "3D000" || code === "42501";
    throw new StartFailure(
      isRefused ? "database_refused" : "database_unreachable",
      isRefused ? `The database refused us (${code}).` : `The database does not answer (${code}).`,
      "Check DATABASE_URL: host, port, user, password and database name.",
    );
  }
}

/** A reason of the database package as a failure: its sentence says what is wrong and what to do. */
export function failureOf(reason: { readonly code: string; readonly fix: string }): StartFailure {
  return new StartFailure(reason.code, "The server cannot start.", reason.fix);
}
