import type { PgBoss } from "pg-boss";
import type { Milliseconds } from "@ringtrail/core";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";

/** Work that is due again and again, whatever happens in between. It must repeat safely. */
export interface Round {
  /** Permanent; lower case with dashes. */
  readonly name: string;
  readonly everySeconds: number;
  readonly work: () => Promise<unknown>;
}

/** How often a process looks whether a round was asked for. */
const lookEverySeconds = 5;

/**
 * Keeps a round going. Every process asks for it, and the queue takes one per span of time: so it is done once by
 * whoever comes first, and goes on when a process dies. Answers what ends the asking.
 */
export async function keepRound(boss: PgBoss, { name, everySeconds, work }: Round, log: Log): Promise<() => void> {
  const queue = `round-${name}`;
  await boss.createQueue(queue, { retryLimit: 0, retentionSeconds: 86_400, deleteAfterSeconds: 86_400 });
  await boss.work(queue, { pollingIntervalSeconds: lookEverySeconds }, async () => {
    try {
      await work();
    } catch (error) {
      // The next round comes anyway; a failed one is no reason to hold it up.
      log.error({ round: name, ...describeError(error) }, "a round broke off");
    }
  });
  const ask = (): void => {
    boss.send(queue, {}, { singletonSeconds: everySeconds }).catch((error: unknown) => {
      log.debug({ round: name, ...describeError(error) }, "a round waits for the database");
    });
  };
  ask();
  const everyMs: Milliseconds = everySeconds * 1_000;
  const timer = setInterval(ask, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
