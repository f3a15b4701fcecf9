import { Agent } from "undici";
import { err, ok, second } from "@ringtrail/core";
import { askOnce } from "./ask-once.ts";
import { guardedLookup } from "./guarded-lookup.ts";
import { readTarget } from "./read-target.ts";
import { readTrouble } from "./read-trouble.ts";
import type { Send } from "./send.ts";

/** How far the sender may reach. */
export interface SenderOptions {
  /** For development and tests: machines of one's own network, this one included, are reached too. Default false. */
  readonly mayReachPrivate?: boolean;
  /** Connections kept to one receiver at a time. Default 16. */
  readonly connections?: number;
}

/** The way out, with the connections it keeps open. */
export interface Sender {
  readonly send: Send;
  readonly close: () => Promise<void>;
}

/**
 * Opens the way out. A name is looked up once, every address it leads to must be public, and exactly those are connected
 * to: a name that answers otherwise a moment later (rebinding) is not asked again. No redirect is followed.
 */
export function openSender({ mayReachPrivate = false, connections = 16 }: SenderOptions = {}): Sender {
  const dispatcher = new Agent({
    connections,
    connect: { lookup: guardedLookup(mayReachPrivate), timeout: 10 * second },
    maxHeaderSize: 16_384,
    keepAliveTimeout: 10 * second,
  });
  return {
    send: async (request) => {
      const target = readTarget(request.url, mayReachPrivate);
      if (!target.ok) return target;
      try {
        return ok(await askOnce(dispatcher, target.value, request));
      } catch (error) {
        return err({ code: readTrouble(error) });
      }
    },
    close: () => dispatcher.destroy(),
  };
}
