import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import path from "node:path";

/** Finds a PostgreSQL 15 of the system (Debian's, or the one on PATH): the oldest version that is supported. */
export function findPostgres15(): string | undefined {
  const debian = "/usr/lib/postgresql/15";
  if (existsSync(path.join(debian, "bin", "postgres"))) return debian;
  const onPath = spawnSync("sh", ["-c", "command -v postgres"], { encoding: "utf8" }).stdout?.trim();
  if (!onPath) return undefined;
  const version = spawnSync(onPath, ["--version"], { encoding: "utf8" }).stdout ?? "";
  return / 15\./.test(version) ? path.resolve(realpathSync(onPath), "..", "..") : undefined;
}
