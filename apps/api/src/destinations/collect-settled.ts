import type { AccountId, Instant } from "@ringtrail/core";
import type { DestinationStore, Settled } from "@ringtrail/core/ports";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";

/** Writes down what came of deliveries, together with what else ends while the database is writing. */
export interface SettledCollector {
  /** Ends when it is written down, or cannot be: then the lease runs out, and the delivery is made once more. */
  readonly add: (account: AccountId, settled: Settled) => Promise<void>;
}

export function collectSettled(store: DestinationStore, now: () => Instant, log: Log): SettledCollector {
  let waiting = new Map<AccountId, Settled[]>();
  let writing: Promise<void> | undefined;
  const write = async (): Promise<void> => {
    const batch = waiting;
    waiting = new Map();
    for (const [account, settled] of batch) {
      await store.settle(account, now(), settled).catch((error: unknown) => {
        log.error({ deliveries: settled.length, ...describeError(error) }, "what came of deliveries was not kept");
      });
    }
  };
  return {
    add: async (account, settled) => {
      const own = waiting.get(account) ?? [];
      own.push(settled);
      waiting.set(account, own);
      // The write that runs now may have begun without this one; the one after it has it.
      await writing;
      writing ??= write().finally(() => (writing = undefined));
      await writing;
    },
  };
}
