import type { Milliseconds } from "@ringtrail/core";
import { WebSocket } from "ws";
import type { ProviderConnection } from "../carrier.ts";
import { deriveKeys } from "./derive-keys.ts";

/** Why a line to the PBX's events is no more. */
export type LineLost =
  /** It was taken and nothing comes: Asterisk is frozen, or the connection is dead and nobody has said so. */
  | "silent"
  /** Nobody is there, or it was closed. */
  | "gone"
  /** The keys are wrong. */
  | "refused";

/** How often a sign of life is asked for, and how long one may take. */
export interface LinePace {
  readonly pingMs: Milliseconds;
  readonly limitMs: Milliseconds;
}

/** What a line tells. `lost` comes once and last. */
export interface LineNews {
  readonly alive: () => void;
  readonly lost: (why: LineLost) => void;
}

/** More than any event of Asterisk's holds. */
const mostBytes = 1_000_000;

/**
 * Opens one connection to Asterisk's events (ARI: `/ari/events`) and asks it for signs of life. A connection that stands
 * says nothing by itself: a frozen Asterisk keeps it open, and a router that forgot it does not tell. Only a pong in
 * time is life. Answers what closes it.
 */
export function openAriLine(
  { apiBase, carrierAccount, secret }: ProviderConnection,
  app: string,
  { pingMs, limitMs }: LinePace,
  { alive, lost }: LineNews,
): () => void {
  const pass = Buffer.from(`${carrierAccount}:${deriveKeys(secret).ari}`).toString("base64");
  const address = `${apiBase.replace(/\/+$/, "").replace(/^http/, "ws")}/ari/events?app=${encodeURIComponent(app)}`;
  const headers = { authorization: `Basic ${pass}` };
  const socket = new WebSocket(address, { headers, handshakeTimeout: limitMs, maxPayload: mostBytes });
  let pinging: NodeJS.Timeout | undefined;
  let answer: NodeJS.Timeout | undefined;
  let isOver = false;
  const end = (why: LineLost | undefined): void => {
    if (isOver) return;
    isOver = true;
    clearInterval(pinging);
    clearTimeout(answer);
    socket.terminate();
    if (why !== undefined) lost(why);
  };
  const ping = (): void => {
    if (answer !== undefined || isOver) return;
    answer = setTimeout(() => end("silent"), limitMs);
    socket.ping();
  };
  socket.on("open", () => {
    ping();
    pinging = setInterval(ping, pingMs);
  });
  socket.on("pong", () => {
    clearTimeout(answer);
    answer = undefined;
    if (!isOver) alive();
  });
  socket.on("unexpected-response", (_asked, { statusCode }) =>
    end(statusCode === 401 || statusCode === 403 ? "refused" : "gone"),
  );
  // A handshake nobody answers is Asterisk taking the call and saying nothing.
  socket.on("error", ({ message }) => end(/timed out/.test(message) ? "silent" : "gone"));
  socket.on("close", () => end("gone"));
  return () => end(undefined);
}
