import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { ConnectionSettings, RetryOn } from "./connection-settings.ts";

/** One HTTP request of the carrier, without its fragment. */
export interface Asked {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How much of the answer is read. Default `mostBytes`. */
  readonly mostBytes?: number | undefined;
}

/** What came of it. `kind` is what the retry policy calls the failure. */
export type Answered =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
      /** The body as it came, for what is no text. */
      readonly bytes: Uint8Array;
    }
  | { readonly kind: Extract<RetryOn, "ct" | "rt">; readonly why: string };

/** Twilio refuses documents above 64 kB (error 11750). */
export const mostBytes = 64 * 1024;

/** Asks once, with a limit for the connection, one between packets, and `leftMs` for all of it. Never throws. */
export function askOnce(asked: Asked, settings: ConnectionSettings, leftMs: number): Promise<Answered> {
  return new Promise((settle) => {
    const make = asked.url.startsWith("https:") ? requestHttps : requestHttp;
    let connected = false;
    const fail = (why: string) => {
      settle({ kind: connected ? "rt" : "ct", why });
      request.destroy();
    };
    const request = make(asked.url, { method: asked.method, headers: asked.headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      const read = () => {
        const contentType = response.headers["content-type"] ?? "";
        const bytes = Buffer.concat(parts);
        settle({ kind: "answer", status: response.statusCode ?? 0, contentType, body: bytes.toString(), bytes });
      };
      response.on("data", (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size <= (asked.mostBytes ?? mostBytes)) return;
        read();
        request.destroy();
      });
      response.on("error", (error) => fail(error.message));
      response.on("end", read);
    });
    const connecting = setTimeout(() => fail("no connection in time"), settings.connectMs);
    const total = setTimeout(() => fail("the total time is over"), leftMs);
    request.on("socket", (socket) => {
      socket.once(asked.url.startsWith("https:") ? "secureConnect" : "connect", () => {
        connected = true;
        clearTimeout(connecting);
        socket.setTimeout(settings.readMs, () => fail("no answer in time"));
      });
    });
    request.on("error", (error) => fail(error.message));
    request.on("close", () => [connecting, total].forEach(clearTimeout));
    request.end(asked.body);
  });
}
