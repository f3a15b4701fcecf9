import type { Sql } from "postgres";
import { instant, type E164, type NumberId } from "@ringtrail/core";
import type { Lent, NumberPool, ShownHow } from "@ringtrail/core/number-pool";
import type { NumberState, PoolStore } from "@ringtrail/core/ports";
import { oneAnswer } from "./ask.ts";

/** What `ringtrail.lend` answers per plan; absent fields are left out. */
interface LentRow {
  readonly how: ShownHow;
  readonly number?: NumberId;
  readonly e164?: E164;
  readonly until?: number;
}

/** Numbers and who holds them. Every method is one statement: one SQL function, one round trip. */
export function poolStore(sql: Sql): PoolStore {
  return {
    lend: async (account, visit, plans) => {
      const given = [JSON.stringify(visit), JSON.stringify(plans)] as const;
      const rows = await oneAnswer(
        sql<{ answer: LentRow[] }[]>`select ringtrail.lend(${account}, ${given[0]}, ${given[1]}) as answer`,
      );
      return rows.map(lentOf);
    },
    renew: (account, { visit, now, until, onlyIfFirm = false }) =>
      oneAnswer(
        sql<{ answer: boolean }[]>`
          select ringtrail.renew(${account}, ${visit}, ${now}, ${until}, ${onlyIfFirm}) as answer`,
      ),
    formerNumbers: (account, visitor) =>
      oneAnswer(
        sql<{ answer: Awaited<ReturnType<PoolStore["formerNumbers"]>> }[]>`
          select ringtrail.former_numbers(${account}, ${visitor}) as answer`,
      ),
    poolsOf: (account) => oneAnswer(sql<{ answer: NumberPool[] }[]>`select ringtrail.pools_of(${account}) as answer`),
    states: async (account, now) => {
      const rows = await oneAnswer(
        sql<{ answer: NumberState[] }[]>`select ringtrail.number_states(${account}, ${now}) as answer`,
      );
      return rows.map(stateOf);
    },
  };
}

function lentOf({ how, number, e164, until }: LentRow): Lent {
  return {
    how,
    number: number === undefined || e164 === undefined ? undefined : { id: number, e164 },
    until: until === undefined ? undefined : instant(until),
  };
}

/** Names the fields JSON leaves out, so that a state has the same shape from every store. */
function stateOf({ pool, lease, ...rest }: NumberState): NumberState {
  const { number, visit, firm, lastSeenAt, until } = lease;
  return { ...rest, pool, lease: { number, visit, firm, lastSeenAt, until } };
}
