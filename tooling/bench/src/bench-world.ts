import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startProcess, type RunningProcess } from "@tooling/harness";
import { seedBench, type BenchShop } from "./seed-bench.ts";

export const program = fileURLToPath(import.meta.resolve("ringtrail/package.json")).replace(
  /package\.json$/,
  "bin/ringtrail.mjs",
);

/** A real server process on the embedded database, and a bare one to compare it with. */
export interface BenchWorld {
  readonly shop: BenchShop;
  readonly url: string;
  readonly referenceUrl: string;
  /** Resident memory in MB: the server without its database's processes, and the bare server. */
  memory(): Promise<{ readonly server: number; readonly reference: number }>;
  stop(): Promise<void>;
}

/** Seeds a fresh data folder and starts both servers. Durability is on, as people run it. */
export async function openWorld(poolSize: number): Promise<BenchWorld> {
  const folder = await mkdtemp(path.join(tmpdir(), "ringtrail-bench-"));
  console.error(`seeding ${poolSize} numbers and starting the server`);
  const shop = await seedBench(folder, { pools: 1, numbersEach: poolSize });
  const server = await startProcess(
    process.execPath,
    [program, "start", "--no-demo", "--port", "0", "--data", folder],
    {
      // Each visitor comes from a network of its own, as far as the server can tell.
      env: { TRUSTED_PROXIES: "127.0.0.1", LOG_LEVEL: "error", DATABASE_URL: "", PUBLIC_URL: "", HOST: "" },
      graceMs: 20_000,
    },
  );
  const [, url = ""] = await server.waitFor(/Console +(http:\/\/[^/\s]+)/);
  const reference = await startProcess(process.execPath, [
    fileURLToPath(new URL("reference-server.ts", import.meta.url)),
  ]);
  const [, referenceUrl = ""] = await reference.waitFor(/reference (http:\S+)/);
  return {
    shop,
    url,
    referenceUrl,
    memory: async () => ({ server: await residentMb(server), reference: await residentMb(reference) }),
    stop: async () => {
      await Promise.all([server.stop(), reference.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function residentMb({ pid }: RunningProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const [, kilobytes = "0"] = /^VmRSS:\s+(\d+) kB/m.exec(status) ?? [];
  return Number(kilobytes) / 1024;
}
