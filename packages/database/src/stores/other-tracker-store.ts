import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { after, hour } from "@ringtrail/core";
import type { OtherTrackerStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, asc, desc, eq, gte, lte } from "../drizzle.ts";
import { otherTrackers } from "../schema/index.ts";

/** What pages told of other call trackers. */
export function otherTrackerStore(db: PostgresJsDatabase): OtherTrackerStore {
  const { accountId, siteId, name, firstSeenAt, lastSeenAt } = otherTrackers;
  return {
    sawTracker: async (account, site, tracker, at) => {
      const seen = { accountId: account, siteId: site, name: tracker, firstSeenAt: at, lastSeenAt: at };
      await actForAccount(db, account, (work) =>
        work
          .insert(otherTrackers)
          .values(seen)
          .onConflictDoUpdate({
            target: [accountId, siteId, name],
            set: { lastSeenAt: at },
            setWhere: lte(lastSeenAt, after(at, -hour)),
          }),
      );
    },
    trackersSince: (account, since) =>
      actForAccount(db, account, (work) =>
        work
          .select({ site: siteId, name, firstSeenAt, lastSeenAt })
          .from(otherTrackers)
          .where(and(eq(accountId, account), gte(lastSeenAt, since)))
          .orderBy(desc(lastSeenAt), asc(name)),
      ),
  };
}
