import type { Milliseconds } from "@ringtrail/core";

/** Work that did not end in time. */
export class DeadlinePassed extends Error {
  readonly code = "deadline_passed";

  constructor(ms: Milliseconds) {
    super(`Not done within ${ms} ms.`);
    this.name = "DeadlinePassed";
  }
}

/**
 * Waits for work, but no longer than `ms`. The work learns by the signal that nobody waits any more: what it has not
 * begun by then it must leave.
 *
 * @throws DeadlinePassed, or what the work throws.
 */
export async function withDeadline<Value>(
  ms: Milliseconds,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const control = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const passed = new DeadlinePassed(ms);
      control.abort(passed);
      reject(passed);
    }, ms);
  });
  const worked = work(control.signal);
  // Whoever stopped waiting must not be surprised by a later failure.
  worked.catch(() => undefined);
  try {
    return await Promise.race([worked, late]);
  } finally {
    clearTimeout(timer);
  }
}
