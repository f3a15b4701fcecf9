import { and, desc, eq, gte, lt } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { FormStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { forms, sites } from "../schema/index.ts";
import { oneAnswer } from "./ask.ts";
import { wholeTouch } from "./name-absent.ts";

/** Forms that were sent. Keeping one and telling the outbox is one statement. */
export function formStore(sql: Sql, db: PostgresJsDatabase): FormStore {
  return {
    keep: (account, form) =>
      oneAnswer(sql<{ answer: boolean }[]>`select ringtrail.keep_form(${account}, ${JSON.stringify(form)}) as answer`),
    list: (account, { site, from, before }, limit) =>
      actForAccount(db, account, async (work) => {
        const rows = await work
          .select({ form: forms, siteName: sites.name })
          .from(forms)
          .innerJoin(sites, and(eq(sites.accountId, forms.accountId), eq(sites.id, forms.siteId)))
          .where(
            and(
              eq(forms.accountId, account),
              site === undefined ? undefined : eq(forms.siteId, site),
              gte(forms.sentAt, from),
              lt(forms.sentAt, before),
            ),
          )
          .orderBy(desc(forms.sentAt), desc(forms.id))
          .limit(limit);
        return rows.map(({ form: { accountId: _account, siteId, visitId, ref, page, touch, ...told }, siteName }) => ({
          ...told,
          site: siteId,
          siteName,
          ref: ref ?? undefined,
          page: page ?? undefined,
          visit: visitId ?? undefined,
          touch: touch === null ? undefined : wholeTouch(touch),
        }));
      }),
  };
}
