import type { Milliseconds } from "@ringtrail/core";
import { withDeadline } from "./deadline.ts";

/**
 * Makes the question whether the database answers. While it is away its driver queues every statement, so only one
 * question is ever under way, however often it is asked.
 */
export function askDatabase(ping: () => Promise<void>, patienceMs: Milliseconds): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined;
  const ask = (): Promise<boolean> =>
    ping()
      .then(
        () => true,
        () => false,
      )
      .finally(() => (asked = undefined));
  return () => withDeadline(patienceMs, () => (asked ??= ask())).catch(() => false);
}
