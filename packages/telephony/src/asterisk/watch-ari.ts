import { randomUUID } from "node:crypto";
import type { Instant, Milliseconds } from "@ringtrail/core";
import type { ProviderConnection } from "../carrier.ts";
import { openAriLine, type LineLost, type LinePace } from "./open-ari-line.ts";

/** What is known of a PBX's events: `connecting` until there is an answer or none. */
export type AriHealth = "connecting" | "up" | LineLost;

/** How a PBX is, and since when. */
export interface AriSight {
  readonly health: AriHealth;
  readonly since: Instant;
}

/** How patient a watch is. The wait between two tries doubles up to the most. */
export interface AriPace extends LinePace {
  readonly firstWaitMs: Milliseconds;
  readonly mostWaitMs: Milliseconds;
}

export const usualPace: AriPace = { pingMs: 15_000, limitMs: 5_000, firstWaitMs: 1_000, mostWaitMs: 60_000 };

/** A watch that goes on until it is stopped. */
export interface AriWatch {
  readonly sight: () => AriSight;
  readonly stop: () => void;
}

/** What a watch needs of the world. */
export interface AriWatcher {
  readonly now: () => Instant;
  /** Told of every change, never of a repetition. */
  readonly changed: (sight: AriSight) => void;
  readonly pace?: AriPace;
}

/**
 * Keeps a connection to a PBX's events and says how it is. Nothing waits for it: the dialplan is in charge, calls come
 * and go without it, and what is watched here is only said to people.
 */
export function watchAri(connection: ProviderConnection, { now, changed, pace = usualPace }: AriWatcher): AriWatch {
  // A name of its own: a second connection under one name would throw the first one out.
  const app = `ringtrail-${randomUUID()}`;
  let sight: AriSight = { health: "connecting", since: now() };
  let failures = 0;
  let close: () => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const see = (health: AriHealth): void => {
    if (health === sight.health) return;
    sight = { health, since: now() };
    changed(sight);
  };
  const connect = (): void => {
    close = openAriLine(connection, app, pace, {
      alive: () => {
        failures = 0;
        see("up");
      },
      lost: (why) => {
        timer = setTimeout(connect, waitBefore(failures, pace, Math.random()));
        timer.unref();
        failures += 1;
        see(why);
      },
    });
  };
  connect();
  return {
    sight: () => sight,
    stop: () => {
      clearTimeout(timer);
      close();
    },
  };
}

/** The wait after so many failures. `draw`, from 0 up to 1, spreads servers that lost a PBX at one moment. */
export function waitBefore(
  failures: number,
  { firstWaitMs, mostWaitMs }: Pick<AriPace, "firstWaitMs" | "mostWaitMs">,
  draw: number,
): Milliseconds {
  return Math.min(mostWaitMs, firstWaitMs * 2 ** failures) * (0.5 + draw / 2);
}

/** Looks once: `up` when Asterisk answers a question for a sign of life within the limit. */
export function lookAtAri(
  connection: ProviderConnection,
  pace: LinePace = usualPace,
): Promise<Exclude<AriHealth, "connecting">> {
  return new Promise((resolve) => {
    const close = openAriLine(connection, `ringtrail-${randomUUID()}`, pace, {
      alive: () => {
        resolve("up");
        close();
      },
      lost: resolve,
    });
  });
}
