import { mkdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { ok, type Result } from "@ringtrail/core";
import { adoptServer } from "./adopt-server.ts";
import { checkFolder } from "./check-folder.ts";
import { choosePlace, giveTo } from "./choose-place.ts";
import { chooseUser, type RunAs } from "./choose-user.ts";
import { clusterFiles, readPassword, type ClusterFiles } from "./cluster-files.ts";
import { urlOf, type Login } from "./connect-once.ts";
import { createDatabase } from "./create-database.ts";
import { findBinaries } from "./find-binaries.ts";
import { initCluster } from "./init-cluster.ts";
import { prepareBinaries } from "./prepare-binaries.ts";
import type { ServerProcess } from "./read-server-process.ts";
import { startServer } from "./start-server.ts";
import { stopServer } from "./stop-server.ts";
import { trouble, type EmbeddedTrouble } from "./trouble.ts";

/** How to start the embedded server. */
export interface EmbeddedOptions {
  /** The cluster's folder; made if absent. Its passwords and log lie beside it. */
  readonly folder: string;
  /** True gives up durability for speed. For tests. */
  readonly ephemeral?: boolean;
  /** Tried first. For starting a server again where its clients look for it. */
  readonly port?: number;
  /** Told before each step that takes time. */
  readonly onProgress?: (step: "creating" | "starting" | "adopting") => void;
  /** Overrides the room that must be free on the disk. */
  readonly roomBytes?: number;
  /** Leaves out ways of not being root. */
  readonly allowedUsers?: readonly RunAs[];
}

/** A running PostgreSQL 18 with the database `ringtrail`. */
export interface EmbeddedServer {
  /** Connects to the database as its owner, who is no superuser. Holds a password: never logged. */
  readonly url: string;
  /** Connects as the cluster's superuser. For tests and repairs; the application never uses it. */
  readonly superuserUrl: string;
  /** Where the cluster lies; differs from the wanted folder when PostgreSQL's user cannot reach that one. */
  readonly folder: string;
  readonly pid: number;
  readonly runAs: RunAs;
  /** `started` by us, `adopted` because its starter is dead, or `joined` because its starter lives. */
  readonly how: "started" | "adopted" | "joined";
  /** Ends the server, unless it was joined: then whoever started it does. */
  stop(): Promise<void>;
}

/** Starts a real PostgreSQL 18 in a folder, or takes over the one that runs there. Nothing is harmed when it cannot. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Result<EmbeddedServer, EmbeddedTrouble>> {
  const setting = settle(options);
  if (!setting.ok) return setting;
  const { native, runAs, files } = setting.value;
  const cluster = await ensureCluster(setting.value, options);
  if (!cluster.ok) return cluster;
  const password = cluster.value;
  const server = await findOrStart(setting.value, password, options);
  if (!server.ok) return server;
  const { pid, port, how } = server.value;
  const superuser: Login = { port, user: "postgres", password, database: "postgres" };
  return ok({
    url: urlOf(await createDatabase(files.folder, superuser)),
    superuserUrl: urlOf(superuser),
    folder: files.folder,
    pid,
    runAs,
    how,
    stop: () => (how === "joined" ? Promise.resolve() : stopServer(native, files.folder, pid)),
  });
}

/** What is settled before anything runs: programs, user, files. */
interface Setting {
  readonly native: string;
  readonly runAs: RunAs;
  readonly files: ClusterFiles;
}

function settle(options: EmbeddedOptions): Result<Setting, EmbeddedTrouble> {
  const found = findBinaries();
  if (!found.ok) return found;
  const wanted = path.resolve(options.folder);
  const checked = checkFolder(clusterFiles(wanted), options.roomBytes);
  if (!checked.ok) return checked;
  const native = prepareBinaries(found.value, path.dirname(wanted));
  const user = chooseUser(native, options.allowedUsers);
  if (!user.ok) return user;
  const place = choosePlace(user.value, native, wanted);
  mkdirSync(path.dirname(place.folder), { recursive: true });
  // PostgreSQL names its folder without links, and the two names are compared.
  const folder = path.join(realpathSync(path.dirname(place.folder)), path.basename(place.folder));
  return ok({ native: place.native, runAs: user.value, files: clusterFiles(folder) });
}

type Running = ServerProcess & Pick<EmbeddedServer, "how">;

async function findOrStart(
  { native, runAs, files }: Setting,
  password: string,
  options: EmbeddedOptions,
): Promise<Result<Running, EmbeddedTrouble>> {
  const before = await adoptServer(files, password);
  if (!before.ok) return before;
  if (before.value === undefined) {
    options.onProgress?.("starting");
    giveTo(runAs, files.folder);
    const started = await startServer(native, runAs, files, options.ephemeral ?? false, options.port);
    if (started.ok) return ok({ ...started.value, how: "started" });
    if (started.reason.code !== "postgres_stuck") return started;
  }
  // It runs already, or another start was quicker in these milliseconds.
  options.onProgress?.("adopting");
  const found = before.value ? before : await adoptServer(files, password);
  if (!found.ok) return found;
  if (found.value === undefined) return trouble("postgres_stuck", files.folder);
  return ok({ ...found.value, how: found.value.starterLives ? "joined" : "adopted" });
}

/** Makes the cluster unless it is there, and answers its superuser's password. */
async function ensureCluster(setting: Setting, options: EmbeddedOptions): Promise<Result<string, EmbeddedTrouble>> {
  const { native, runAs, files } = setting;
  const holds = checkFolder(files, options.roomBytes);
  if (!holds.ok) return holds;
  if (holds.value === "empty") {
    options.onProgress?.("creating");
    const made = await initCluster(native, runAs, files, options.ephemeral ?? false);
    if (!made.ok) return made;
  }
  const password = readPassword(files.folder, "superuser");
  return password === undefined ? trouble("data_folder_password_missing", files.folder) : ok(password);
}
