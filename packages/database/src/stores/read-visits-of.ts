import type { AccountId, VisitId, VisitorId } from "@ringtrail/core";
import type { VisitOnPath } from "@ringtrail/core/attribution";
import type { AccountWork } from "../act-for-account.ts";
import { and, eq, inArray, sql, type SQL } from "../drizzle.ts";
import { touches, visits } from "../schema/index.ts";
import { wholeTouch } from "./name-absent.ts";

/** A visit with the visitor it belongs to. */
export interface VisitOfVisitor extends VisitOnPath {
  readonly visitor: VisitorId;
}

/** The visits of these visitors that fit. */
export async function readVisitsOf(
  work: AccountWork,
  account: AccountId,
  visitors: readonly VisitorId[],
  fitting?: SQL,
): Promise<readonly VisitOfVisitor[]> {
  if (visitors.length === 0) return [];
  const rows = await work
    .select({
      visit: visits.id,
      visitor: visits.visitorId,
      startedAt: visits.startedAt,
      landingPath: sql<string>`${visits.landing} ->> 'path'`,
      touch: touches,
    })
    .from(visits)
    .innerJoin(touches, and(eq(touches.accountId, visits.accountId), eq(touches.visitId, visits.id)))
    .where(and(eq(visits.accountId, account), inArray(visits.visitorId, [...visitors]), fitting));
  return rows.map(({ touch, ...row }) => ({ ...row, touch: touchOf(touch) }));
}

/** Which visitor each of these visits belongs to; forgotten ones are left out. */
export async function visitorsOf(
  work: AccountWork,
  account: AccountId,
  ids: readonly VisitId[],
): Promise<ReadonlyMap<VisitId, VisitorId>> {
  if (ids.length === 0) return new Map();
  const rows = await work
    .select({ id: visits.id, visitor: visits.visitorId })
    .from(visits)
    .where(and(eq(visits.accountId, account), inArray(visits.id, [...ids])));
  return new Map(rows.map(({ id, visitor }) => [id, visitor]));
}

function touchOf({ campaign, keyword, clickId, ...row }: typeof touches.$inferSelect) {
  return wholeTouch({
    ...row,
    campaign: campaign ?? undefined,
    keyword: keyword ?? undefined,
    clickId: clickId ?? undefined,
  });
}
