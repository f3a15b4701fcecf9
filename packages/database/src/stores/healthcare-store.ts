import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { instant } from "@ringtrail/core";
import { publishCounts, type CountedCalls } from "@ringtrail/core/healthcare";
import type { GlassOpened, GlassSight, HealthcareStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import type { FindKey } from "../keys/open-keys.ts";
import { answerOf, oneAnswer } from "./ask.ts";
import { markOf } from "./keep-link.ts";
import { readCounts } from "./read-counts.ts";

interface Closed {
  readonly firstDay: string;
  readonly ways: readonly CountedCalls[];
  readonly lengths: readonly CountedCalls[];
}

/** What lies between the sides. `glass` acts as the role that calls the third table's functions, `api` reads the counts. */
export function healthcareStore(glass: Sql, api: PostgresJsDatabase, findKey: FindKey): HealthcareStore {
  return {
    publish: (account, site, { before, least }) =>
      glass.begin(async (work) => {
        const closed = await answerOf(
          work<{ answer: Closed | null }[]>`
            select glass.close_period(${account}, ${site}, ${before}, ${least}) as answer`,
        );
        if (closed === undefined) return 0;
        for (const [cut, counted] of [["way", closed.ways] as const, ["length", closed.lengths] as const]) {
          // In the order of their names: the order in which calls came is told by nothing.
          const cells = publishCounts(counted, least).toSorted((a, b) => (a.path.join() < b.path.join() ? -1 : 1));
          await work`
            insert into ringtrail.healthcare_counts (account_id, site_id, cut, first_day, last_day, path, calls)
            select ${account}, ${site}, ${cut}, ${closed.firstDay}::date, ${before}::date - 1,
                   array(select jsonb_array_elements_text(cell -> 'path')), (cell ->> 'calls')::integer
            from jsonb_array_elements(${JSON.stringify(cells)}::jsonb) with ordinality as cells (cell, nth) order by nth`;
        }
        return closed.ways.reduce((sum, { calls }) => sum + calls, 0);
      }),
    counts: (account, cut, period) => actForAccount(api, account, (work) => readCounts(work, account, cut, period)),
    openGlass: async (account, id, opening) => {
      const { until } = await oneAnswer(
        glass<{ answer: { until: number } }[]>`
          select glass.open(${account}, ${JSON.stringify({ ...opening, id })}) as answer`,
      );
      return { until: instant(until) };
    },
    agreeToGlass: (account, id, by) =>
      oneAnswer(glass<{ answer: boolean }[]>`select glass.agree(${account}, ${id}, ${by}) as answer`),
    lookThroughGlass: async (account, id, call) => {
      const mark = markOf(await findKey(account, "links"), call);
      const { isOpen, way, length } = await oneAnswer(
        glass<{ answer: Partial<GlassSight> & { isOpen: boolean } }[]>`
          select jsonb_strip_nulls(glass.look(${account}, ${id}, ${mark})) as answer`,
      );
      return isOpen ? { way, length } : undefined;
    },
    forgetLinks: async (account, calls) => {
      const key = await findKey(account, "links");
      const byMark = new Map(calls.map((call) => [Buffer.from(markOf(key, call)).toString("hex"), call]));
      const waiting = await oneAnswer(
        glass<{ answer: readonly string[] }[]>`
          select glass.forget_links(${account}, ${JSON.stringify([...byMark.keys()])}) as answer`,
      );
      const stays = new Set(waiting.map((mark) => byMark.get(mark)));
      return calls.filter((call) => !stays.has(call));
    },
    openings: (account) =>
      glass.begin(async (work) => {
        await work`select set_config('ringtrail.account', ${account}, true)`;
        const rows = await work<{ answer: GlassOpened }[]>`
          select jsonb_strip_nulls(jsonb_build_object('id', o.id, 'who', o.opened_by, 'role', o.role, 'reason', o.reason,
                   'needsSecond', o.needs_second, 'openedAt', ringtrail.ms(o.opened_at), 'until', ringtrail.ms(o.until),
                   'agreedBy', o.agreed_by)) as answer
          from glass.openings o order by o.opened_at desc limit 1000`;
        return rows.map(({ answer }) => ({ ...answer, agreedBy: answer.agreedBy }));
      }),
  };
}
