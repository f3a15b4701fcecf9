import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { onTestFinished } from "vitest";

/** Lets something of the test's own answer Asterisk's questions. Answers the port. */
export async function standIn(
  answer: (question: IncomingMessage, reply: ServerResponse) => void | Promise<void>,
): Promise<number> {
  const server = createServer((question, reply) => void answer(question, reply));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** The server at `port`, answering so much later. */
export function slowly(port: number, delayMs: number): Promise<number> {
  return standIn(async (question, reply) => {
    await wait(delayMs);
    const { method, url, headers } = question;
    const passed = request({ host: "127.0.0.1", port, method, path: url, headers }, (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
    passed.on("error", () => reply.destroy());
    question.pipe(passed);
  });
}
