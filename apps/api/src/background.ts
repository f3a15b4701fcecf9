import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";

/** Work that goes on after an answer was given. */
export interface Background {
  /** Starts the work; a failure is logged and harms nothing else. */
  start(name: string, work: () => Promise<unknown>): void;
  /** Waits until nothing runs any more: before stopping, and in tests. */
  settled(): Promise<void>;
}

/** Keeps count of work behind the answers, so that a stop can wait for it. */
export function makeBackground(log: Log): Background {
  const running = new Set<Promise<void>>();
  return {
    start: (name, work) => {
      const task = Promise.resolve()
        .then(work)
        .then(
          () => undefined,
          (error: unknown) => log.error({ work: name, ...describeError(error) }, "work behind an answer failed"),
        )
        .finally(() => running.delete(task));
      running.add(task);
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
