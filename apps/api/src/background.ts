import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";

/** Work that goes on after an answer was given. */
export interface Background {
  /** Starts the work; a failure is logged and harms nothing else. */
  start(name: string, work: () => Promise<unknown>): void;
  /**
   * As `start`, a few at once and the others in their order: for what every call brings and asks the database for much.
   * When calls come faster than that is done, it must not hold up their answers. Nothing in it may wait for others.
   */
  queue(name: string, work: () => Promise<unknown>): void;
  /** Waits until nothing runs any more: before stopping, and in tests. */
  settled(): Promise<void>;
}

/** Pieces of queued work that go on at once: enough for more calls a second than a small machine can answer. */
const mostAtOnce = 4;

/** Keeps count of work behind the answers, so that a stop can wait for it. */
export function makeBackground(log: Log): Background {
  const running = new Set<Promise<void>>();
  const waiting: (() => Promise<void>)[] = [];
  let queued = 0;
  const run = (name: string, work: () => Promise<unknown>): Promise<void> => {
    const task = Promise.resolve()
      .then(work)
      .then(
        () => undefined,
        (error: unknown) => log.error({ work: name, ...describeError(error) }, "work behind an answer failed"),
      )
      .finally(() => running.delete(task));
    running.add(task);
    return task;
  };
  const next = (): void => {
    while (queued < mostAtOnce) {
      const begin = waiting.shift();
      if (begin === undefined) return;
      queued += 1;
      void begin().finally(() => {
        queued -= 1;
        next();
      });
    }
  };
  return {
    start: (name, work) => void run(name, work),
    queue: (name, work) => {
      waiting.push(() => run(name, work));
      next();
    },
    settled: async () => {
      while (running.size > 0 || waiting.length > 0) await Promise.all(running);
    },
  };
}
