import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId, VisitorId } from "@ringtrail/core";
import { wayOf } from "@ringtrail/core/attribution";
import type { ReportPeriod, VisitorPath } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, asc, eq, gt, gte, lt } from "../drizzle.ts";
import { visits } from "../schema/index.ts";
import { readVisitsOf } from "./read-visits-of.ts";

const visitorsAtOnce = 2_000;

/** Reads every visitor of a time with their visits of that time, part by part. */
export async function* readVisitorPaths(
  db: PostgresJsDatabase,
  account: AccountId,
  { site, from, before }: ReportPeriod,
): AsyncGenerator<readonly VisitorPath[]> {
  const fitting = and(
    site === undefined ? undefined : eq(visits.siteId, site),
    gte(visits.startedAt, from),
    lt(visits.startedAt, before),
  );
  let last: VisitorId | undefined;
  while (true) {
    const after = last;
    const part = await actForAccount(db, account, async (work) => {
      const visitors = await work
        .selectDistinct({ id: visits.visitorId })
        .from(visits)
        .where(
          and(eq(visits.accountId, account), fitting, after === undefined ? undefined : gt(visits.visitorId, after)),
        )
        .orderBy(asc(visits.visitorId))
        .limit(visitorsAtOnce);
      const ids = visitors.map(({ id }) => id);
      return { ids, theirs: await readVisitsOf(work, account, ids, fitting) };
    });
    const visitsOf = Map.groupBy(part.theirs, ({ visitor }) => visitor);
    const paths = [...visitsOf].flatMap(([visitor, [first, ...more]]) =>
      first === undefined ? [] : { visitor, touches: wayOf([first, ...more], before) },
    );
    if (paths.length > 0) yield paths;
    last = part.ids.at(-1);
    if (part.ids.length < visitorsAtOnce) return;
  }
}
