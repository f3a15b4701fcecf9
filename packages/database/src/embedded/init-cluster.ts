import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { ok, type Result } from "@ringtrail/core";
import { commandAs, nobody, type RunAs } from "./choose-user.ts";
import { giveTo } from "./choose-place.ts";
import { makePassword, type ClusterFiles } from "./cluster-files.ts";
import { postgresEnvironment } from "./postgres-environment.ts";
import { program } from "./prepare-binaries.ts";
import { readFailure } from "./read-failure.ts";
import type { EmbeddedTrouble } from "./trouble.ts";

/** Makes a new cluster beside its folder and moves it there when it is whole. */
export async function initCluster(
  native: string,
  runAs: RunAs,
  files: ClusterFiles,
  ephemeral: boolean,
): Promise<Result<true, EmbeddedTrouble>> {
  rmSync(files.unfinished, { recursive: true, force: true });
  mkdirSync(files.unfinished, { recursive: true, mode: 0o700 });
  giveTo(runAs, files.unfinished);
  const passwordFile = `${files.folder}.init-password`;
  writeFileSync(passwordFile, `${makePassword(files.superuserPassword)}\n`, { mode: 0o600 });
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
  rmSync(passwordFile, { force: true });
  if (done.status !== 0) {
    rmSync(files.unfinished, { recursive: true, force: true });
    return readFailure(done.words, files.folder);
  }
  if (existsSync(files.folder)) rmdirSync(files.folder);
  renameSync(files.unfinished, files.folder);
  return ok(true);
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
