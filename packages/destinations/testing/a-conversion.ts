import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { instant, Phi, type E164 } from "@ringtrail/core";
import type { Conversion, ToldConversion } from "@ringtrail/core/attribution";
import { onTestFinished } from "vitest";
import { openSender, type Send } from "../src/index.ts";

/** A call of 2 November 2026, 12:32:45 UTC, by a click of an hour before. */
export function aConversion(over: Partial<Conversion> = {}): Conversion {
  return {
    id: "0123456789abcdef0123456789abcdef",
    call: "call",
    at: instant(Date.UTC(2026, 10, 2, 12, 32, 45)),
    click: { kind: "gclid", id: "TeSter-123", at: instant(Date.UTC(2026, 10, 2, 11, 32, 45)) },
    visitorKey: "00000001000000020000000300000004",
    worth: { micros: 1_234_500_000, currency: "USD" },
    saidYes: true,
    caller: undefined,
    ...over,
  };
}

/** The same after it was told. */
export function aToldConversion(over: Partial<ToldConversion> = {}): ToldConversion {
  const { id, call, at, click, worth } = aConversion();
  return { id, call, at, click, worth, state: "told", ...over };
}

export const aCaller: Phi<E164> = Phi.seal("+12065550123" as E164);

/** One request as a platform got it. */
export interface Heard {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A platform on this machine that answers as it is told to, and the way to it. */
export async function aPlatform(
  answer: (heard: Heard) => { readonly status?: number; readonly body?: unknown },
): Promise<{ readonly host: string; readonly heard: Heard[]; readonly send: Send }> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const one = { path: request.url ?? "", headers: request.headers, body: Buffer.concat(pieces).toString("utf8") };
    heard.push(one);
    const { status = 200, body = {} } = answer(one);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const sender = openSender({ mayReachPrivate: true });
  onTestFinished(async () => {
    await sender.close();
    server.closeAllConnections();
    server.close();
  });
  return { host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, send: sender.send };
}
