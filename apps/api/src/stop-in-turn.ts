import type { Milliseconds } from "@ringtrail/core";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";
import { withDeadline } from "./survival/deadline.ts";

/** One part of the server and what stops it. */
export type StopStep = readonly [part: string, stop: () => Promise<unknown>];

/** Stops one part after another. A part that fails or hangs (a database that is gone) does not hold the others. */
export async function stopInTurn(steps: readonly StopStep[], patienceMs: Milliseconds, log: Log): Promise<void> {
  for (const [part, stop] of steps) {
    await withDeadline(patienceMs, async () => stop()).catch((error: unknown) => {
      log.warn({ part, ...describeError(error) }, "a part of the server did not stop cleanly");
    });
  }
  log.info({}, "stopped");
}
