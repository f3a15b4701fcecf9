import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { CallId } from "@ringtrail/core";
import type { MoneyStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, eq, gte, lte, sql, sum, type PgColumn } from "../drizzle.ts";
import { adCosts, calls, callValues } from "../schema/index.ts";
import { readCreditable } from "./read-creditable.ts";
import { readVisitorPaths } from "./read-visitor-paths.ts";
import { saveCosts } from "./save-costs.ts";

/** What calls cost and what they were worth. */
export function moneyStore(db: PostgresJsDatabase): MoneyStore {
  return {
    saveCosts: (account, site, importId, told) => saveCosts(db, account, site, importId, told),
    costs: (account, { site, from, to }) =>
      actForAccount(db, account, async (work) => {
        const { day, source, medium, campaign, keyword, landingPath, currency } = adCosts;
        const said = { day, source, medium, campaign, keyword, landingPath, currency };
        const total = (column: PgColumn) => sum(column).mapWith(Number);
        const { micros, clicks, impressions } = adCosts;
        const rows = await work
          .select({ ...said, micros: total(micros), clicks: total(clicks), impressions: total(impressions) })
          .from(adCosts)
          .where(
            and(
              eq(adCosts.accountId, account),
              site === undefined ? undefined : eq(adCosts.siteId, site),
              gte(day, from),
              lte(day, to),
            ),
          )
          .groupBy(...Object.values(said));
        return rows.map(({ campaign: of, keyword: word, landingPath: path, ...row }) => ({
          ...row,
          campaign: of ?? undefined,
          keyword: word ?? undefined,
          landingPath: path ?? undefined,
          line: "",
        }));
      }),
    setValue: (account, call, value, at) =>
      actForAccount(db, account, async (work) => {
        const known = await work
          .select({ id: calls.id })
          .from(calls)
          .where(ofCall(calls, account, call))
          .for("no key update");
        if (known.length === 0) return false;
        if (value === undefined) {
          await work.delete(callValues).where(and(eq(callValues.accountId, account), eq(callValues.callId, call)));
        } else {
          const row = { accountId: account, callId: call, ...value, setAt: at };
          await work
            .insert(callValues)
            .values(row)
            .onConflictDoUpdate({
              target: [callValues.accountId, callValues.callId],
              set: { micros: sql`excluded.micros`, currency: sql`excluded.currency`, setAt: sql`excluded.set_at` },
            });
        }
        const moment = new Date(at).toISOString();
        await work.execute(
          sql`select ringtrail.note_call(${account}, ${call}, array['call.updated'], ${moment}::timestamptz)`,
        );
        return true;
      }),
    valueOf: (account, call) =>
      actForAccount(db, account, async (work) => {
        const [row] = await work
          .select({ micros: callValues.micros, currency: callValues.currency })
          .from(callValues)
          .where(and(eq(callValues.accountId, account), eq(callValues.callId, call)));
        return row;
      }),
    creditable: (account, period) => readCreditable(db, account, period),
    visitorPaths: (account, period) => readVisitorPaths(db, account, period),
  };
}

function ofCall(table: typeof calls, account: Parameters<MoneyStore["valueOf"]>[0], call: CallId) {
  return and(eq(table.accountId, account), eq(table.id, call));
}
