import { accessSync, chmodSync, constants, cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { executable } from "./find-binaries.ts";

const programs = ["postgres", "initdb", "pg_ctl"];

/**
 * Makes the binaries ready to run and answers the folder they lie in.
 *
 * npm packages cannot carry symbolic links: the package's install script makes them. Where install scripts are blocked
 * they are made here from the same list; where the package may not be written, in a copy under `spare`.
 *
 * @throws when neither the package nor the spare folder can be written.
 */
export function prepareBinaries(native: string, spare: string): string {
  if (isReady(native)) return native;
  try {
    makeReady(native);
    return native;
  } catch {
    const copy = path.join(spare, "postgres-binaries");
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    makeReady(copy);
    return copy;
  }
}

function isReady(native: string): boolean {
  return (
    programs.every((name) => isExecutable(program(native, name))) && linksOf(native).every(({ at }) => existsSync(at))
  );
}

function makeReady(native: string): void {
  for (const name of programs) {
    const file = program(native, name);
    if (!isExecutable(file)) chmodSync(file, 0o755);
  }
  for (const { at, to } of linksOf(native)) {
    if (!existsSync(at)) symlinkSync(to, at);
  }
}

/** The links of `pg-symlinks.json`; paths there start at the package's root. Absent on Windows. */
function linksOf(native: string): readonly { readonly at: string; readonly to: string }[] {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return [];
  const entries: readonly { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  return entries.map(({ source, target }) => ({
    at: path.join(native, path.relative("native", target)),
    to: path.relative(path.dirname(target), source),
  }));
}

/** The path of one of PostgreSQL's programs. */
export function program(native: string, name: string): string {
  return path.join(native, "bin", executable(name));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
