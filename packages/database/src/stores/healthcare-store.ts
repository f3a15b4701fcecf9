import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { instant } from "@ringtrail/core";
import type { CountedCalls } from "@ringtrail/core/healthcare";
import type { GlassOpened, GlassSight, HealthcareStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import type { FindKey } from "../keys/open-keys.ts";
import { answerOf, oneAnswer } from "./ask.ts";
import { markOf } from "./keep-link.ts";
import { keepCounts } from "./keep-counts.ts";
import { readCounts } from "./read-counts.ts";

interface Closed {
  readonly firstDay: string;
  readonly ways: readonly CountedCalls[];
  readonly lengths: readonly CountedCalls[];
}

interface ClosedPages {
  readonly firstDay: string;
  readonly counted: readonly CountedCalls[];
}

/** What lies between the sides. `glass` acts as the role that calls the third table's functions, `api` reads the counts. */
export function healthcareStore(glass: Sql, api: PostgresJsDatabase, findKey: FindKey): HealthcareStore {
  return {
    publish: (account, site, { before, least }) =>
      glass.begin(async (work) => {
        const of = { account, site, before, least };
        for (const kind of ["page", "tap"] as const) {
          const pages = await answerOf(
            work<{ answer: ClosedPages | null }[]>`
              select glass.close_pages(${account}, ${site}, ${kind}, ${before}, ${least}) as answer`,
          );
          if (pages !== undefined) await keepCounts(work, of, { ...pages, cut: kind });
        }
        const closed = await answerOf(
          work<{ answer: Closed | null }[]>`
            select glass.close_period(${account}, ${site}, ${before}, ${least}) as answer`,
        );
        if (closed === undefined) return 0;
        const { firstDay, ways, lengths } = closed;
        await keepCounts(work, of, { cut: "way", firstDay, counted: ways });
        await keepCounts(work, of, { cut: "length", firstDay, counted: lengths });
        return ways.reduce((sum, { calls }) => sum + calls, 0);
      }),
    countPage: async (account, site, { kind, group, day }) => {
      await glass`select glass.count_page(${account}, ${site}, ${kind}, ${group}, ${day}::date)`;
    },
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
