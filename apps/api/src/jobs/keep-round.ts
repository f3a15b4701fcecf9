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

/**
 * How often a process looks whether a round was asked for: often enough that a round is late by a small part of its span.
 * A look is a question to the database, and most rounds come once an hour.
 */
function lookEverySeconds(everySeconds: number): number {
  return Math.min(60, Math.max(5, everySeconds / 60));
}

/**
 * Keeps a round going. Every process asks for it, and the queue takes one per span of time: so it is done once by
 * whoever comes first, and goes on when a process dies. Answers what ends the asking.
 */
export async function keepRound(boss: PgBoss, { name, everySeconds, work }: Round, log: Log): Promise<() => void> {
  const queue = `round-${name}`;
  await boss.createQueue(queue, { retryLimit: 0, retentionSeconds: 86_400, deleteAfterSeconds: 86_400 });
  const ask = (): Promise<unknown> =>
    boss.send(queue, {}, { singletonSeconds: everySeconds }).catch((error: unknown) => {
      log.debug({ round: name, ...describeError(error) }, "a round waits for the database");
    });
  // Asked for before the first look, so that the first round is not late by a whole look.
  await ask();
  await boss.work(queue, { pollingIntervalSeconds: lookEverySeconds(everySeconds) }, async () => {
    try {
      await work();
    } catch (error) {
      // The next round comes anyway; a failed one is no reason to hold it up.
      log.error({ round: name, ...describeError(error) }, "a round broke off");
    }
  });
  const everyMs: Milliseconds = everySeconds * 1_000;
  const timer = setInterval(() => void ask(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
