import { migrate } from "@ringtrail/database";
import { startEmbedded } from "@ringtrail/database/embedded";
import { must } from "@ringtrail/database/testing";
import { startRelay } from "./relay.ts";

/** A real PostgreSQL of the lane's own that can be killed and started again at one address. */
export interface OwnDatabase {
  readonly url: string;
  /** As the kernel does it when memory runs out. */
  kill(): void;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startOwnDatabase(folder: string): Promise<OwnDatabase> {
  const start = async () => must(await startEmbedded({ folder }));
  let running = await start();
  const relay = await startRelay(() => Number(new URL(running.url).port));
  const url = new URL(running.url);
  url.port = String(relay.port);
  must(await migrate(running.url));
  return {
    url: url.toString(),
    kill: () => void process.kill(running.pid, "SIGKILL"),
    restart: async () => {
      running = await start();
    },
    stop: async () => {
      relay.close();
      await running.stop();
    },
  };
}
