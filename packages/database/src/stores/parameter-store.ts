import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { tellVisit, type ReplayEvent } from "@ringtrail/core/attribution";
import type { ParameterStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, desc, eq, gte, isNotNull } from "../drizzle.ts";
import { calls, impressions, siteParameters as kept, telTaps, touches, visits } from "../schema/index.ts";

/** What sites have learned, and what they learn from. For rounds of work at a desk; no call waits for it. */
export function parameterStore(db: PostgresJsDatabase): ParameterStore {
  return {
    latest: (account, site) =>
      actForAccount(db, account, async (work) => {
        const [row] = await work
          .select()
          .from(kept)
          .where(and(eq(kept.accountId, account), eq(kept.siteId, site)))
          .orderBy(desc(kept.version))
          .limit(1);
        if (row === undefined) return undefined;
        const { version, learnedAt, calls: from, parameters } = row;
        return { version, learnedAt, calls: from, parameters };
      }),
    keep: (account, site, learned) =>
      actForAccount(db, account, async (work) => {
        const row = { accountId: account, siteId: site, ...learned };
        const added = await work.insert(kept).values(row).onConflictDoNothing().returning({ version: kept.version });
        return added.length > 0;
      }),
    story: (account, site, since) =>
      actForAccount(db, account, async (work) => {
        const ofSite = and(eq(visits.accountId, account), eq(visits.siteId, site));
        const ofVisit = and(eq(visits.accountId, impressions.accountId), eq(visits.id, impressions.visitId));
        const shown = await work
          .select({
            visit: impressions.visitId,
            number: impressions.numberId,
            shownAt: impressions.shownAt,
            seenAt: visits.lastSeenAt,
            hiddenAt: visits.hiddenAt,
            device: visits.device,
            source: touches.channel,
            landing: visits.landing,
          })
          .from(impressions)
          .innerJoin(visits, ofVisit)
          .innerJoin(touches, and(eq(touches.accountId, visits.accountId), eq(touches.visitId, visits.id)))
          .where(and(ofSite, gte(impressions.shownAt, since), isNotNull(impressions.numberId)));
        const taps = await work
          .select({ visit: telTaps.visitId, number: telTaps.numberId, at: telTaps.at })
          .from(telTaps)
          .innerJoin(visits, and(eq(visits.accountId, telTaps.accountId), eq(visits.id, telTaps.visitId)))
          .where(and(ofSite, gte(telTaps.at, since)));
        const rang = await work
          .select({ id: calls.id, number: calls.numberId, at: calls.rangAt })
          .from(calls)
          .where(and(eq(calls.accountId, account), eq(calls.siteId, site), gte(calls.rangAt, since)));
        const tapsOf = Map.groupBy(taps, ({ visit, number }) => `${visit} ${number}`);
        const told = shown.flatMap(({ visit, number, hiddenAt, landing: { region }, ...rest }) => {
          if (number === null) return [];
          const tappedAt = (tapsOf.get(`${visit} ${number}`) ?? []).map(({ at }) => at);
          return tellVisit({ visit, number, ...rest, region, hiddenAt: hiddenAt ?? undefined, tappedAt });
        });
        const ringing = rang.map((call): ReplayEvent => ({ type: "call", ...call }));
        return [...told, ...ringing].toSorted((a, b) => a.at - b.at);
      }),
  };
}
