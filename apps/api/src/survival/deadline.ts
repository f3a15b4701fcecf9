import type { Milliseconds } from "@ringtrail/core";

/** Work that did not end in time. It goes on by itself; its outcome is no longer waited for. */
export class DeadlinePassed extends Error {
  readonly code = "deadline_passed";

  constructor(ms: Milliseconds) {
    super(`Not done within ${ms} ms.`);
    this.name = "DeadlinePassed";
  }
}

/** Waits for work, but no longer than `ms`. @throws DeadlinePassed, or what the work throws. */
export async function withDeadline<Value>(ms: Milliseconds, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlinePassed(ms)), ms);
  });
  // Whoever stopped waiting must not be surprised by a later failure.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
