import { createSocket } from "node:dgram";
import { createServer } from "node:net";

/**
 * Ports of a lane lie below the range from which the kernel gives ports to whoever asks for any (32768 and up on
 * Linux): a telephone or a server that starts later, or again, finds its port as free as it was when it was chosen.
 * Asterisk's sound has the ports between the two.
 */
const [least, most] = [10_000, 19_999];
export const soundPorts = { from: 20_000, to: 31_999 } as const;

/** What this process has chosen already, free or not. */
const chosen = new Set<number>();

/** A port that is free now and that nobody gets by chance. @throws when there is none left. */
export async function steadyPort(protocol: "tcp" | "udp", address = "127.0.0.1"): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    const port = least + Math.floor(Math.random() * (most - least + 1));
    if (chosen.has(port)) continue;
    chosen.add(port);
    if (await (protocol === "tcp" ? isFreeTcp : isFreeUdp)(port, address)) return port;
  }
  throw new Error(`no ${protocol} port of ${address} is free between ${least} and ${most}`);
}

function isFreeUdp(port: number, address: string): Promise<boolean> {
  const socket = createSocket("udp4");
  return new Promise((resolve) => {
    socket.once("error", () => resolve(false));
    socket.bind(port, address, () => socket.close(() => resolve(true)));
  });
}

function isFreeTcp(port: number, address: string): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, address, () => server.close(() => resolve(true)));
  });
}
