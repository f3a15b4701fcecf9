import type { Milliseconds } from "@ringtrail/core";

/** A bell for one who waits: rung while nobody does, it is heard by the next wait at once. */
export interface Bell {
  readonly ring: () => void;
  /** Ends when the bell is rung or the time is over. */
  readonly wait: (ms: Milliseconds) => Promise<void>;
}

export function makeBell(): Bell {
  let wasRung = false;
  let hear: (() => void) | undefined;
  return {
    ring: () => {
      wasRung = true;
      hear?.();
    },
    wait: async (ms) => {
      if (!wasRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          hear = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      hear = undefined;
      wasRung = false;
    },
  };
}
