import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { instant, type AccountId } from "@ringtrail/core";
import type { ClaimedDelivery, DestinationStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, eq, lt, sql } from "../drizzle.ts";
import type { FindKey } from "../keys/open-keys.ts";
import { outbox } from "../schema/index.ts";
import { oneAnswer } from "./ask.ts";
import { destinationRows } from "./destination-rows.ts";
import { deliveryLog } from "./delivery-log.ts";
import { quietRows } from "./quiet-rows.ts";
import { wholeFact } from "./whole-fact.ts";

interface Due {
  readonly accounts: AccountId[];
  readonly nextAt: number | null;
}

/** Destinations, the outbox and the deliveries. */
export function destinationStore(work: Sql, db: PostgresJsDatabase, findKey: FindKey): DestinationStore {
  return {
    ...destinationRows(db, findKey),
    ...deliveryLog(db),
    ...quietRows(db),
    noteFact: (account, fact) =>
      oneAnswer(
        work<{ answer: boolean }[]>`select ringtrail.note_known_fact(${account}, ${JSON.stringify(fact)}) as answer`,
      ),
    due: async (now) => {
      const { accounts, nextAt } = await oneAnswer(
        work<{ answer: Due }[]>`select ringtrail.deliveries_due(${now}) as answer`,
      );
      return { accounts, nextAt: nextAt === null ? undefined : instant(nextAt) };
    },
    claim: async (account, claim) => {
      const claimed = await oneAnswer(
        work<{ answer: ClaimedDelivery[] }[]>`
          select ringtrail.claim_deliveries(${account}, ${JSON.stringify(claim)}) as answer`,
      );
      return claimed.map((one) => ({ ...one, fact: wholeFact(one.fact) }));
    },
    settle: async (account, now, settled) => {
      if (settled.length === 0) return;
      await work`select ringtrail.settle_deliveries(${account}, ${now}, ${JSON.stringify(settled)})`;
    },
    forgetFacts: (account, before) =>
      actForAccount(db, account, async (transaction) => {
        const gone = await transaction
          .delete(outbox)
          .where(and(eq(outbox.accountId, account), lt(outbox.at, before)))
          .returning({ one: sql`1` });
        return gone.length;
      }),
  };
}
