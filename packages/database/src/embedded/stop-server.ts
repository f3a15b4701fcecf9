import { spawnSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { program } from "./prepare-binaries.ts";
import { isAlive } from "./read-server-process.ts";

/** Ends the server: open connections are closed, what is written stays. Waits until the process is gone. */
export async function stopServer(native: string, folder: string, pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  if (process.platform === "win32") {
    spawnSync(program(native, "pg_ctl"), ["stop", "-D", folder, "-m", "fast"]);
    return;
  }
  // PostgreSQL's "fast shutdown".
  process.kill(pid, "SIGINT");
  const pollMs = 20;
  while (isAlive(pid)) await wait(pollMs);
}
