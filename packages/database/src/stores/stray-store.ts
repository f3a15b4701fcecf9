import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { instant, type ConnectionId, type E164 } from "@ringtrail/core";
import type { NumberStore, StrayNumber } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { sql } from "../drizzle.ts";
import { calls, strayCalls, trackingNumbers } from "../schema/index.ts";

interface Row extends Record<string, unknown> {
  readonly e164: E164;
  readonly connection: ConnectionId;
  readonly why: StrayNumber["why"];
  readonly calls: number;
  readonly last_ms: number;
}

/** Numbers that people call although nobody is shown them. */
export function strays(db: PostgresJsDatabase): Pick<NumberStore, "noteStray" | "strays"> {
  return {
    noteStray: async (account, { connection, e164, at }) => {
      const day = new Date(at).toISOString().slice(0, 10);
      const row = { accountId: account, connectionId: connection, e164, day, calls: 1, lastAt: at };
      const { accountId, connectionId, e164: number, day: date } = strayCalls;
      const set = {
        calls: sql`${strayCalls.calls} + 1`,
        lastAt: sql`greatest(${strayCalls.lastAt}, excluded.last_at)`,
      };
      await actForAccount(db, account, (work) =>
        work
          .insert(strayCalls)
          .values(row)
          .onConflictDoUpdate({ target: [accountId, connectionId, number, date], set }),
      );
    },
    strays: (account, since) =>
      actForAccount(db, account, async (work) => {
        const from = new Date(since).toISOString();
        const ghost = sql`${calls.state} @> '{"spam":{"signs":[{"code":"ghost_call"}]}}'`;
        const rows = await work.execute<Row>(sql`
          select e164, connection, why, sum(calls)::int as calls, max(last_ms)::float8 as last_ms from (
            select ${strayCalls.e164} as e164, ${strayCalls.connectionId} as connection, 'unknown' as why,
                   ${strayCalls.calls} as calls, extract(epoch from ${strayCalls.lastAt}) * 1000 as last_ms
              from ${strayCalls}
             where ${strayCalls.accountId} = ${account} and ${strayCalls.lastAt} >= ${from}::timestamptz
            union all
            select ${trackingNumbers.e164}, ${calls.connectionId}, case when ${ghost} then 'resting' else 'unvisited' end,
                   1, extract(epoch from ${calls.rangAt}) * 1000
              from ${calls}
              join ${trackingNumbers} on ${trackingNumbers.accountId} = ${calls.accountId}
                                     and ${trackingNumbers.id} = ${calls.numberId}
             where ${calls.accountId} = ${account} and ${calls.rangAt} >= ${from}::timestamptz
               and (${ghost} or ${calls.matchKind} = 'pollution')
          ) stray
          group by e164, connection, why
          order by calls desc, e164 collate "C", why`);
        return rows.map((row) => ({
          e164: row.e164,
          connection: row.connection,
          why: row.why,
          calls: row.calls,
          lastAt: instant(Math.round(row.last_ms)),
        }));
      }),
  };
}
