import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { AccountId } from "@ringtrail/core";
import type { AppEnv } from "../app-env.ts";
import { showMoment } from "../show/show-moment.ts";
import type { LiveBus, LiveWord } from "./live-bus.ts";

/** A proxy closes what is silent for long; so does an owner who has revoked a key. Both are looked after this often. */
const heartbeatMs = 20_000;

/** A listener who is this far behind is told to read everything again. */
const mostWaiting = 500;

/** What a stream needs. */
export interface LiveGround {
  readonly live: LiveBus;
  readonly account: AccountId;
  /** Asked at every heartbeat: whoever may listen no longer is cut off. */
  readonly mayStillListen: () => Promise<boolean>;
}

/** Sends the account's news as server-sent events until the listener leaves. Resumes after `Last-Event-ID`. */
export function streamLive(c: Context<AppEnv>, { live, account, mayStillListen }: LiveGround): Response {
  // Proxies must pass every event on at once.
  c.header("X-Accel-Buffering", "no");
  const lastSeen = c.req.header("last-event-id");
  const response = streamSSE(c, async (stream) => {
    const inbox = makeInbox();
    const end = live.subscribe(account, lastSeen === "" ? undefined : lastSeen, inbox.put);
    const beat = setInterval(() => {
      void mayStillListen().then(
        (may) => (may ? inbox.wake() : inbox.close()),
        () => inbox.wake(),
      );
    }, heartbeatMs);
    stream.onAbort(inbox.close);
    try {
      await stream.write("retry: 1000\n: listening\n\n");
      for (let words = await inbox.take(); words !== undefined; words = await inbox.take()) {
        for (const word of words) await stream.writeSSE(asEvent(word));
        if (words.length === 0) await stream.write(": still here\n\n");
      }
    } finally {
      clearInterval(beat);
      end();
    }
  });
  response.headers.set("Cache-Control", "no-store");
  return response;
}

function asEvent(word: LiveWord): { readonly event: string; readonly data: string; readonly id?: string } {
  if (word.missed) return { event: "missed", data: "" };
  const { id, kind, call, at } = word.event;
  return { id, event: "call", data: JSON.stringify({ kind, call, at: showMoment(at) }) };
}

interface Inbox {
  readonly put: (word: LiveWord) => void;
  /** Waits for words; an empty list is a heartbeat, undefined the end. */
  readonly take: () => Promise<readonly LiveWord[] | undefined>;
  readonly wake: () => void;
  readonly close: () => void;
}

/** Words wait here while the network is slow. */
function makeInbox(): Inbox {
  let waiting: LiveWord[] = [];
  let isOpen = true;
  let awake: () => void = () => undefined;
  return {
    put: (word) => {
      waiting = waiting.length >= mostWaiting ? [{ missed: true }] : [...waiting, word];
      awake();
    },
    wake: () => awake(),
    close: () => {
      isOpen = false;
      awake();
    },
    take: async () => {
      if (isOpen && waiting.length === 0) await new Promise<void>((resolve) => (awake = resolve));
      const words = waiting;
      waiting = [];
      return isOpen ? words : undefined;
    },
  };
}
