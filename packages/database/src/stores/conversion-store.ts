import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { CallId } from "@ringtrail/core";
import type { ConversionStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, asc, eq, gte, sql } from "../drizzle.ts";
import { conversions } from "../schema/index.ts";
import { readCredited } from "./read-credited.ts";

const rowsAtOnce = 500;

/** What ad platforms were told, and the calls they may be told of. */
export function conversionStore(db: PostgresJsDatabase): ConversionStore {
  return {
    creditedCalls: (account, query) => readCredited(db, account, query),
    told: async (account, to, since) => {
      const { accountId, toldTo, at, id } = conversions;
      const rows = await actForAccount(db, account, (work) =>
        work
          .select()
          .from(conversions)
          .where(and(eq(accountId, account), eq(toldTo, to), gte(at, since)))
          .orderBy(asc(at), asc(id)),
      );
      return rows.map((row) => ({
        id: row.id,
        call: row.callId,
        at: row.at,
        click: row.click ?? undefined,
        worth:
          row.micros === null || row.currency === null ? undefined : { micros: row.micros, currency: row.currency },
        state: row.state,
      }));
    },
    keepTold: async (account, to, told, toldAt) => {
      const rows = told.map(({ id, call, at, click, worth, state }) => {
        const value = { micros: worth?.micros ?? null, currency: worth?.currency ?? null };
        return {
          accountId: account,
          toldTo: to,
          id,
          callId: call as CallId,
          at,
          click: click ?? null,
          state,
          toldAt,
          ...value,
        };
      });
      await actForAccount(db, account, async (work) => {
        for (let start = 0; start < rows.length; start += rowsAtOnce) {
          await work
            .insert(conversions)
            .values(rows.slice(start, start + rowsAtOnce))
            .onConflictDoUpdate({
              target: [conversions.accountId, conversions.toldTo, conversions.id],
              set: {
                micros: sql`excluded.micros`,
                currency: sql`excluded.currency`,
                click: sql`excluded.click`,
                state: sql`excluded.state`,
                toldAt: sql`excluded.told_at`,
              },
            });
        }
      });
    },
  };
}
