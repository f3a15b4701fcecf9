import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** One webhook as it arrived. */
export interface Received {
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Somebody's own server that takes webhooks. */
export interface Receiver {
  readonly url: string;
  /** What was answered with 2xx, in the order it came. */
  readonly received: readonly Received[];
  /** How the next requests are answered; a receiver takes everything until it is told otherwise. */
  behave: (answer: (request: Received, response: ServerResponse) => void) => void;
}

/** Starts a receiver on this machine that ends with the test. `port` 0 takes any. */
export async function aReceiver(port = 0): Promise<Receiver & { readonly close: () => void }> {
  const received: Received[] = [];
  let answer = (_request: Received, response: ServerResponse): void => void response.writeHead(204).end();
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => (body += part));
    request.on("end", () => {
      const one = { headers: request.headers, body };
      response.on("finish", () => {
        if (response.statusCode < 300) received.push(one);
      });
      answer(one, response);
    });
  }).listen(port, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  return { url, received, behave: (next) => void (answer = next), close };
}
