import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { AccountId } from "@ringtrail/core";
import type { FormStore, SentForm } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, desc, eq, gte, inArray, lt, sql as raw, type SQL, type SQLWrapper } from "../drizzle.ts";
import { forms, sites } from "../schema/index.ts";
import { oneAnswer } from "./ask.ts";
import { wholeTouch } from "./name-absent.ts";

/** Forms that were sent. Keeping one and telling the outbox is one statement. */
export function formStore(sql: Sql, db: PostgresJsDatabase): FormStore {
  const read = (account: AccountId, which: SQL | undefined, limit: number) =>
    actForAccount(db, account, async (work) => {
      const rows = await work
        .select({ form: forms, siteName: sites.name })
        .from(forms)
        .innerJoin(sites, and(eq(sites.accountId, forms.accountId), eq(sites.id, forms.siteId)))
        .where(and(eq(forms.accountId, account), which))
        .orderBy(desc(forms.sentAt), desc(forms.id))
        .limit(limit);
      return rows.map(sentForm);
    });
  return {
    keep: (account, form) =>
      oneAnswer(sql<{ answer: boolean }[]>`select ringtrail.keep_form(${account}, ${JSON.stringify(form)}) as answer`),
    list: (account, { site, from, before }, limit) =>
      read(
        account,
        and(site === undefined ? undefined : eq(forms.siteId, site), gte(forms.sentAt, from), lt(forms.sentAt, before)),
        limit,
      ),
    formsUnder: (account, ref, limit) => read(account, eq(lower(forms.ref), ref.toLowerCase()), limit),
    forgetRefs: async (account, ids) => {
      if (ids.length === 0) return;
      const these = and(eq(forms.accountId, account), inArray(forms.id, [...ids]));
      await actForAccount(db, account, (work) => work.update(forms).set({ ref: null }).where(these));
    },
  };
}

const lower = (column: SQLWrapper): SQL => raw`lower(${column})`;

function sentForm(row: { readonly form: typeof forms.$inferSelect; readonly siteName: string }): SentForm {
  const { accountId: _account, siteId, visitId, ref, page, touch, ...told } = row.form;
  return {
    ...told,
    site: siteId,
    siteName: row.siteName,
    ref: ref ?? undefined,
    page: page ?? undefined,
    visit: visitId ?? undefined,
    touch: touch === null ? undefined : wholeTouch(touch),
  };
}
