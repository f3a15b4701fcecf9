import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { StartFailure } from "./start-failure.ts";

/** Ports tried after the wanted one. */
const mostTries = 20;

/** Answers one request, with what Node knows of its connection. */
export type Answer = (request: Request, env: object) => Response | Promise<Response>;

/** A server that listens. Until it is given something to answer with, it says that it is starting. */
export interface Listener {
  readonly port: number;
  /** From now on this answers. */
  answerWith(answer: Answer): void;
  /** Takes no new requests, waits for the open ones up to `graceMs`, then closes what is still open. */
  close(graceMs: number): Promise<void>;
}

/** Listens on the wanted port, or on the next free one. The port is taken before anything slow begins. */
export async function listen(host: string, wanted: number): Promise<Listener> {
  let answer: Answer = () =>
    new Response('{"status":503,"code":"starting","title":"The server is starting."}', {
      status: 503,
      headers: { "content-type": "application/problem+json", "retry-after": "1" },
    });
  const server = createAdaptorServer({ fetch: (request, env) => answer(request, env) });
  const port = await takePort(server, host, wanted);
  return {
    port,
    answerWith: (next) => (answer = next),
    close: (graceMs) => closeServer(server, graceMs),
  };
}

async function takePort(server: ServerType, host: string, wanted: number): Promise<number> {
  for (let tries = 0; tries <= mostTries; tries += 1) {
    const port = wanted === 0 ? 0 : wanted + tries;
    const failure = await tryPort(server, host, port);
    if (failure === undefined) return (server.address() as AddressInfo).port;
    if (failure !== "EADDRINUSE") {
      throw new StartFailure(
        "address_not_usable",
        `The server cannot listen on ${host}, port ${port} (${failure}).`,
        "Set HOST to an address of this machine and PORT to a port above 1023.",
      );
    }
  }
  throw new StartFailure(
    "ports_taken",
    `Ports ${wanted} to ${wanted + mostTries} are all taken.`,
    "Set PORT to a free one, or 0 for any.",
  );
}

function tryPort(server: ServerType, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => resolve(error.code ?? "unknown");
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      resolve(undefined);
    });
  });
}

async function closeServer(server: ServerType, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if ("closeIdleConnections" in server) server.closeIdleConnections();
  // Streams to open screens never end by themselves.
  const timer = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}
