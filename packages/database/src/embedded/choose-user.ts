import { spawnSync } from "node:child_process";
import { ok, type Result } from "@ringtrail/core";
import { program } from "./prepare-binaries.ts";
import { trouble, type EmbeddedTrouble } from "./trouble.ts";

/** Whom PostgreSQL runs as. It refuses to run as root. */
export type RunAs = "self" | "namespace" | "nobody";

/** A command as it is handed to `spawn`. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly ids: { readonly uid?: number; readonly gid?: number };
}

/** The user nobody on every Linux; it has an entry in /etc/passwd, which initdb asks for. */
export const nobody = 65534;

/** Wraps a program so that it runs as the chosen user. */
export function commandAs(runAs: RunAs, file: string, args: readonly string[]): Command {
  switch (runAs) {
    case "self":
      return { file, args, ids: {} };
    case "namespace":
      // Inside the namespace the process is nobody; outside its files stay root's, so the data folder may lie anywhere.
      return {
        file: "unshare",
        args: ["--user", `--map-user=${nobody}`, `--map-group=${nobody}`, file, ...args],
        ids: {},
      };
    case "nobody":
      return { file, args, ids: { uid: nobody, gid: nobody } };
  }
}

/**
 * Chooses whom PostgreSQL runs as: ourselves if we are not root; else nobody in a user namespace, which works wherever
 * the files lie; else plain nobody, which containers without namespaces need.
 *
 * @param allowed lets a test leave out what its machine could do.
 */
export function chooseUser(
  native: string,
  allowed: readonly RunAs[] = ["self", "namespace", "nobody"],
): Result<RunAs, EmbeddedTrouble> {
  const isRoot = process.getuid?.() === 0;
  const candidates: readonly RunAs[] = isRoot ? ["namespace", "nobody"] : ["self"];
  const postgres = program(native, "postgres");
  const lastWords: string[] = [];
  for (const runAs of candidates.filter((one) => allowed.includes(one))) {
    const tried = run(commandAs(runAs, postgres, ["--version"]));
    if (tried.works) return ok(runAs);
    // Plain nobody may be unable to reach the binaries; a copy within reach is made later, so any program will do here.
    if (runAs === "nobody" && run(commandAs(runAs, "/bin/sh", ["-c", ":"])).works) return ok(runAs);
    lastWords.push(`${runAs}: ${tried.words}`);
  }
  return trouble(isRoot ? "postgres_needs_another_user" : "postgres_cannot_run", native, {
    said: lastWords.join("; ").slice(0, 400),
  });
}

function run({ file, args, ids }: Command): { readonly works: boolean; readonly words: string } {
  const done = spawnSync(file, args, { ...ids, timeout: 10_000, encoding: "utf8" });
  return { works: done.status === 0, words: (done.stderr || done.error?.message || "").trim() };
}
