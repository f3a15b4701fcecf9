import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, statSync } from "node:fs";
import { totalmem } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { ok, type Result } from "@ringtrail/core";
import { commandAs, type RunAs } from "./choose-user.ts";
import type { ClusterFiles } from "./cluster-files.ts";
import { freePort } from "./free-port.ts";
import { postgresEnvironment } from "./postgres-environment.ts";
import { program } from "./prepare-binaries.ts";
import { readFailure } from "./read-failure.ts";
import { disownStaleLock, readServerProcess, type ServerProcess } from "./read-server-process.ts";
import type { EmbeddedTrouble } from "./trouble.ts";

/** The log starts anew when it is larger. */
const logLimitBytes = 5_000_000;

/**
 * Starts the server and waits until it answers. Recovery after a crash is waited for, however long.
 *
 * @param port is tried first; without it, or when it is taken, any free one will do.
 */
export async function startServer(
  native: string,
  runAs: RunAs,
  files: ClusterFiles,
  ephemeral: boolean,
  port?: number,
): Promise<Result<ServerProcess, EmbeddedTrouble>> {
  disownStaleLock(files.folder);
  for (let attempt = 1; ; attempt += 1) {
    const before = existsSync(files.log) ? statSync(files.log).size : 0;
    const from = before > logLimitBytes ? 0 : before;
    const tried = attempt === 1 && port !== undefined ? port : await freePort();
    const child = launch(native, runAs, files, settings(files.folder, tried, ephemeral), from === 0);
    const server = await whenReady(child, files.folder);
    if (server !== undefined) return ok(server);
    const words = `${spawnErrors.get(child) ?? ""}${readFileSync(files.log).subarray(from).toString("utf8")}`;
    // Somebody took the port between our look and the server's.
    if (attempt < 5 && /Address already in use|could not create any TCP\/IP sockets/.test(words)) continue;
    return readFailure(words, files.folder);
  }
}

const spawnErrors = new WeakMap<ChildProcess, string>();

function launch(
  native: string,
  runAs: RunAs,
  files: ClusterFiles,
  args: readonly string[],
  anew: boolean,
): ChildProcess {
  const postgres = program(native, "postgres");
  // The kernel tells PostgreSQL to end when we are killed, so nothing is left behind.
  const dieWithUs = hasDeathSignal() ? ["setpriv", "--pdeathsig", "INT"] : [];
  const [file = postgres, ...rest] = [...dieWithUs, postgres, ...args];
  const command = commandAs(runAs, file, rest);
  const log = openSync(files.log, anew ? "w" : "a", 0o600);
  // Its own process group: Ctrl-C reaches us alone, and the database ends after the last request.
  const child = spawn(command.file, command.args, {
    ...command.ids,
    env: postgresEnvironment(),
    stdio: ["ignore", log, log],
    detached: true,
  });
  child.once("error", (error) => spawnErrors.set(child, error.message));
  child.unref();
  closeSync(log);
  return child;
}

function settings(folder: string, port: number, ephemeral: boolean): readonly string[] {
  const chosen = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    // A throw-away server has many test files, and races of many processes, at once.
    max_connections: ephemeral ? "250" : "60",
    shared_buffers: ephemeral ? "64MB" : sharedBuffers(),
    // A new log file is not written full of zeros first: for these 16 MB everybody who commits waited 50 to 80 ms.
    wal_init_zero: "off",
    // Statements and row values may name callers: they stay out of the log.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    // Read by whoever finds the server running.
    "ringtrail.started_by": String(process.pid),
    ...(ephemeral ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" } : {}),
  };
  return [
    "-D",
    folder,
    "-p",
    String(port),
    ...Object.entries(chosen).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}

/**
 * An eighth of the memory there is, from 64 to 512 MB. What a busy week writes is looked up by the next ringing call: with
 * 64 MB a look-up read its pages from files, and wrote other people's away first. A page that is not used takes no memory.
 */
function sharedBuffers(): string {
  const mb = 2 ** 20;
  // Within a container less than the machine has; 0, or more than there is, says that nothing limits it.
  const allowed = process.constrainedMemory() || Infinity;
  const eighth = Math.floor(Math.min(totalmem(), allowed) / mb / 8);
  return `${Math.min(512, Math.max(64, eighth))}MB`;
}

async function whenReady(child: ChildProcess, folder: string): Promise<ServerProcess | undefined> {
  const pollMs = 10;
  while (child.exitCode === null && child.signalCode === null && !spawnErrors.has(child)) {
    const server = readServerProcess(folder);
    if (server?.isReady && server.pid === child.pid) return server;
    await wait(pollMs);
  }
  return undefined;
}

function hasDeathSignal(): boolean {
  return process.platform === "linux" && spawnSync("setpriv", ["--pdeathsig", "INT", "true"]).status === 0;
}
