import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import path from "node:path";
import { startEmbedded, type EmbeddedServer } from "@ringtrail/database/embedded";
import { must } from "@ringtrail/database/testing";
import { onTestFinished } from "vitest";
import { aFolder } from "./a-running-server.ts";

/** A PostgreSQL of the test's own that can be killed and started again at the same address. */
export interface KillableDatabase {
  readonly url: string;
  /** Kills the postmaster as the kernel does when memory runs out, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
}

/** Starts it behind a relay, because each start takes another port. */
export async function aKillableDatabase(): Promise<KillableDatabase> {
  const folder = path.join(aFolder(), "postgres");
  const start = async (): Promise<EmbeddedServer> => must(await startEmbedded({ folder }));
  let running = await start();
  const relay = createServer((socket) => pass(socket, Number(new URL(running.url).port)));
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    relay.close();
    await running.stop();
  });
  const url = new URL(running.url);
  url.port = String((relay.address() as AddressInfo).port);
  return {
    url: url.toString(),
    kill: async () => {
      process.kill(running.pid, "SIGKILL");
      while (isAlive(running.pid)) await wait(5);
    },
    restart: async () => {
      running = await start();
    },
  };
}

function pass(socket: Socket, port: number): void {
  const other = connect(port, "127.0.0.1");
  socket.pipe(other).pipe(socket);
  for (const [one, another] of [
    [socket, other],
    [other, socket],
  ] as const) {
    one.on("error", () => another.destroy());
    one.on("close", () => another.destroy());
  }
}

/** A killed process that nobody has asked about is still listed; the relay's far end is what counts. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
