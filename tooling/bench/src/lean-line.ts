import { connect, type Socket } from "node:net";
import type { Shot } from "./open-loop.ts";

/** A kept-alive connection that carries one request at a time. */
export interface LeanLine {
  /** Answers the status of the answer once all of it is there; 0 when the connection broke. */
  send(shot: Shot): Promise<number>;
  close(): void;
}

/**
 * Opens a connection for a load that must cost the machine as little as it can: the server, its database and we share
 * two cores, and what we take is missing in the measure. Reads only what a keep-alive needs: the status and the length.
 */
export async function openLine(base: string): Promise<LeanLine> {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname).setNoDelay(true);
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  let settle: ((status: number) => void) | undefined;
  const done = (status: number): void => {
    settle?.(status);
    settle = undefined;
  };
  readAnswers(socket, done);
  return {
    send: ({ path, headers, body }) =>
      new Promise((resolve) => {
        if (socket.destroyed) return resolve(0);
        settle = resolve;
        const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
        const length = Buffer.byteLength(body);
        const head = `POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\n${lines.join("")}content-length: ${length}`;
        return socket.write(`${head}\r\n\r\n${body}`);
      }),
    close: () => socket.destroy(),
  };
}

function readAnswers(socket: Socket, done: (status: number) => void): void {
  let text = "";
  socket.setEncoding("latin1").on("data", (part: string) => {
    text += part;
    const end = text.indexOf("\r\n\r\n");
    if (end < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end + 2))?.[1];
    const isChunked = length === undefined && /\r\ntransfer-encoding: chunked/i.test(text.slice(0, end + 2));
    const isWhole = isChunked ? text.endsWith("0\r\n\r\n") : text.length >= end + 4 + Number(length ?? 0);
    if (!isWhole) return;
    const status = Number(text.slice(9, 12));
    text = "";
    done(status);
  });
  socket.on("error", () => socket.destroy()).on("close", () => done(0));
}
