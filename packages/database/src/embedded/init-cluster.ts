import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ok, type Result } from "@ringtrail/core";
import { commandAs, nobody, type RunAs } from "./choose-user.ts";
import { giveTo } from "./choose-place.ts";
import { keepPassword, makePassword, type ClusterFiles } from "./cluster-files.ts";
import { postgresEnvironment } from "./postgres-environment.ts";
import { program } from "./prepare-binaries.ts";
import { readFailure } from "./read-failure.ts";
import { isAlive } from "./read-server-process.ts";
import type { EmbeddedTrouble } from "./trouble.ts";

/** Makes a new cluster beside its folder and moves it there when it is whole. Of several that are made at once one stays. */
export async function initCluster(
  native: string,
  runAs: RunAs,
  files: ClusterFiles,
  ephemeral: boolean,
): Promise<Result<true, EmbeddedTrouble>> {
  sweepUnfinished(files.folder);
  mkdirSync(files.unfinished, { recursive: true, mode: 0o700 });
  giveTo(runAs, files.unfinished);
  const password = makePassword();
  const passwordFile = `${files.unfinished}-password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs === "nobody") chownSync(passwordFile, nobody, nobody);
  const done = await runInitdb(native, runAs, [
    `--pgdata=${files.unfinished}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C",
    "--no-instructions",
    ...(ephemeral ? ["--no-sync"] : []),
  ]);
  rmSync(passwordFile);
  if (done.status !== 0) {
    rmSync(files.unfinished, { recursive: true, force: true });
    return readFailure(done.words, files.folder);
  }
  keepPassword(files.unfinished, "superuser", password);
  moveInPlace(files);
  return ok(true);
}

/** Removes what starts that were killed half-way have left. */
function sweepUnfinished(folder: string): void {
  const start = `${path.basename(folder)}.new-`;
  for (const name of readdirSync(path.dirname(folder)).filter((entry) => entry.startsWith(start))) {
    const pid = Number.parseInt(name.slice(start.length), 10);
    if (pid === process.pid || !isAlive(pid)) rmSync(path.join(path.dirname(folder), name), { recursive: true });
  }
}

function moveInPlace({ unfinished, folder }: ClusterFiles): void {
  try {
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(unfinished, folder);
  } catch (error) {
    // Another start was quicker: its cluster is as good as ours.
    if (!existsSync(path.join(folder, "PG_VERSION"))) throw error;
    rmSync(unfinished, { recursive: true });
  }
}

function runInitdb(
  native: string,
  runAs: RunAs,
  args: readonly string[],
): Promise<{ readonly status: number | null; readonly words: string }> {
  const command = commandAs(runAs, program(native, "initdb"), args);
  return new Promise((resolve) => {
    const child = spawn(command.file, command.args, {
      ...command.ids,
      env: postgresEnvironment(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    const words: string[] = [];
    child.stderr.setEncoding("utf8").on("data", (text: string) => words.push(text));
    child.once("error", (error) => resolve({ status: null, words: error.message }));
    child.once("close", (status) => resolve({ status, words: words.join("") }));
  });
}
