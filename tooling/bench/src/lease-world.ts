import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createStores, migrate } from "@ringtrail/database";
import { startEmbedded } from "@ringtrail/database/embedded";
import { startProcess, type RunningProcess } from "@tooling/harness";
import { program } from "./bench-world.ts";
import { must, seedShop, type BenchShop, type BenchSize } from "./seed-bench.ts";

/** A server process of ours. */
export interface LeaseServer extends Pick<RunningProcess, "pid" | "output" | "stop"> {
  readonly url: string;
}

/** One embedded PostgreSQL, durable, that servers of ours and a reference load take turns on. */
export interface LeaseWorld {
  readonly shop: BenchShop;
  /** The database's owner. */
  readonly url: string;
  /** Where the master key lies. */
  readonly dataFolder: string;
  /** A bare server that answers a constant document. */
  readonly referenceUrl: string;
  /** Starts a server process on it that serves so many visits with one transaction at most. */
  startServer(lendTogether: number): Promise<LeaseServer>;
  stop(): Promise<void>;
}

/** Starts and seeds the database in a folder that is thrown away. */
export async function openLeaseWorld(size: BenchSize): Promise<LeaseWorld> {
  const folder = await mkdtemp(path.join(tmpdir(), "ringtrail-bench-"));
  const embedded = must(await startEmbedded({ folder: path.join(folder, "postgres") }));
  must(await migrate(embedded.url));
  const keys = { file: path.join(folder, "keys", "master.key") };
  const recordingsFolder = path.join(folder, "recordings");
  const stores = must(await createStores({ url: embedded.url, keys, recordingsFolder }));
  const shop = await seedShop(stores, size);
  await stores.close();
  const bare = await startProcess(process.execPath, [fileURLToPath(new URL("reference-server.ts", import.meta.url))]);
  const [, referenceUrl = ""] = await bare.waitFor(/reference (http:\S+)/);
  return {
    shop,
    url: embedded.url,
    dataFolder: folder,
    referenceUrl,
    startServer: async (lendTogether) => {
      const args = [program, "start", "--no-demo", "--port", "0", "--data", folder];
      const server = await startProcess(process.execPath, args, {
        // Each visitor comes from a network of its own, as far as the server can tell.
        env: {
          TRUSTED_PROXIES: "127.0.0.1",
          REACH_PRIVATE_NETWORKS: "true",
          LOG_LEVEL: "error",
          DATABASE_URL: embedded.url,
          LEND_TOGETHER: String(lendTogether),
          PUBLIC_URL: "",
          HOST: "",
        },
        graceMs: 20_000,
      });
      const [, url = ""] = await server.waitFor(/Console +(http:\/\/[^/\s]+)/);
      return { url, pid: server.pid, output: server.output, stop: server.stop };
    },
    stop: async () => {
      await Promise.all([embedded.stop(), bare.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
