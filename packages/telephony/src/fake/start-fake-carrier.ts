import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { answerControl, type ControlPlace } from "./answer-control.ts";
import { answerRest } from "./answer-rest.ts";
import { answerTelnyx } from "./telnyx/answer-telnyx.ts";
import { Exchange } from "./exchange.ts";
import { openAccount, type FakeAccount } from "./open-account.ts";
import { replyRefused, type Asked, type Reply } from "./reply.ts";

/** How a fake carrier is started. */
export interface FakeCarrierOptions {
  /** 0 takes a free one. */
  readonly port?: number;
  readonly accounts?: readonly FakeAccount[];
  /** How many times faster than a clock on the wall calls run. Answers over HTTP are waited for in wall time. */
  readonly speed?: number;
}

/** A fake carrier that listens. */
export interface FakeCarrier {
  /** Without a trailing slash; also the `apiBase` of a connection to it. */
  readonly url: string;
  readonly port: number;
  /** Hangs up every call and closes the door. */
  stop(): Promise<void>;
}

const mostBytes = 256 * 1024;

/** Starts a fake carrier on the loopback interface. @throws when the port is taken. */
export async function startFakeCarrier(options: FakeCarrierOptions = {}): Promise<FakeCarrier> {
  const exchange = new Exchange();
  for (const account of options.accounts ?? []) openAccount(exchange, account);
  const place = { exchange, speed: options.speed ?? 1, url: "" };
  const server = createServer((request, response) => {
    void serve(request, response, (asked) =>
      asked.path.startsWith("/fake/") ? answerControl(place, asked) : answerApi(place, asked),
    );
  });
  await new Promise<void>((settle, fail) => {
    server.once("error", fail);
    server.listen(options.port ?? 0, "127.0.0.1", settle);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  place.url = `http://127.0.0.1:${port}`;
  return {
    url: place.url,
    port,
    stop: () =>
      new Promise((settle) => {
        for (const call of exchange.calls.values()) call.hangUp();
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}

/** Each carrier's API under its own addresses. */
function answerApi(place: ControlPlace, asked: Asked): Reply {
  // Twilio's look-ups have a version 2 as well.
  const isTelnyx = asked.path.startsWith("/v2/") && !asked.path.startsWith("/v2/PhoneNumbers/");
  return isTelnyx ? answerTelnyx(place, asked) : answerRest(place.exchange, asked);
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (asked: Asked) => Reply | Promise<Reply>,
): Promise<void> {
  const asked = await readAsked(request);
  const reply = asked === undefined ? replyRefused(413, 20_001, "Body too large") : await answerSafely(asked, answer);
  if (reply.status === 0) return void response.destroy();
  response.writeHead(reply.status, reply.headers);
  if (typeof reply.body === "string") response.end(reply.body);
  // A reader who leaves in the middle is no fault of ours.
  else await pipeline(Readable.from(reply.body), response).catch(() => undefined);
}

async function answerSafely(asked: Asked, answer: (asked: Asked) => Reply | Promise<Reply>): Promise<Reply> {
  try {
    return await answer(asked);
  } catch (thrown) {
    return replyRefused(500, 20_500, thrown instanceof Error ? thrown.message : "A fault of the fake carrier.");
  }
}

async function readAsked(request: IncomingMessage): Promise<Asked | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    parts.push(Buffer.from(part));
    size += part.length;
    if (size > mostBytes) return undefined;
  }
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://fake");
  return {
    method: request.method ?? "GET",
    path: pathname,
    query: searchParams,
    header: (name) => [request.headers[name]].flat()[0],
    body: Buffer.concat(parts).toString(),
  };
}
