import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A PostgreSQL of major version 15 on this machine. */
export interface PostgresInstall {
  /** The folder that holds `initdb`, `postgres` and `pg_ctl`. */
  readonly bin: string;
  /** As the program says it: `15.20`. */
  readonly version: string;
}

/**
 * Finds Debian's PostgreSQL 15, or one on PATH. Undefined when there is none: the test then prints why it skips.
 *
 * Debian keeps each major version in a folder of its own and links `initdb` into PATH only on some machines.
 */
export function findPostgres15(path: string = process.env["PATH"] ?? ""): PostgresInstall | undefined {
  const folders = ["/usr/lib/postgresql/15/bin", ...path.split(delimiter).filter((folder) => folder !== "")];
  for (const bin of folders) {
    const version = versionIn(bin);
    if (version?.startsWith("15.")) return { bin, version };
  }
  return undefined;
}

function versionIn(bin: string): string | undefined {
  const programs = ["initdb", "postgres", "pg_ctl"].map((name) => join(bin, name));
  if (!programs.every((program) => existsSync(program))) return undefined;
  try {
    const said = execFileSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" });
    return /(\d+\.\d+)/.exec(said)?.[1];
  } catch {
    // A broken install is no install: the next folder may hold a good one.
    return undefined;
  }
}
