import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId } from "@ringtrail/core";
import type { Destination, DestinationStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, asc, eq, getTableColumns } from "../drizzle.ts";
import type { FindKey } from "../keys/open-keys.ts";
import { open, seal } from "../keys/seal.ts";
import { destinations } from "../schema/index.ts";

type Methods = "saveDestination" | "destinations" | "destination" | "removeDestination" | "secretsOf" | "replaceSecret";
type Row = typeof destinations.$inferSelect;

/** Where facts go, and the secrets they are signed with. */
export function destinationRows(db: PostgresJsDatabase, findKey: FindKey): Pick<DestinationStore, Methods> {
  const own = (account: AccountId, id: string) => and(eq(destinations.accountId, account), eq(destinations.id, id));
  const sealed = async (account: AccountId, id: string, secret: string) =>
    seal(await findKey(account, "secrets"), Buffer.from(secret), contextOf(account, id));
  const readOne = (account: AccountId, id: string) =>
    actForAccount(db, account, async (work) => {
      const [row] = await work.select().from(destinations).where(own(account, id));
      return row;
    });
  return {
    saveDestination: async (account, { id, kind, name, isOn, facts, site, settings }, at, secret) => {
      const secretSealed = secret === undefined ? {} : { secretSealed: await sealed(account, id, secret) };
      const said = { name, isOn, facts: [...facts], siteId: site ?? null, settings, ...secretSealed };
      await actForAccount(db, account, (work) =>
        work
          .insert(destinations)
          .values({ accountId: account, id, kind, createdAt: at, ...said })
          .onConflictDoUpdate({
            target: [destinations.accountId, destinations.id],
            // What was wrong may be what was changed: it is asked again at once.
            set: { ...said, failures: 0, failingSince: null, restUntil: null },
          }),
      );
    },
    destinations: (account) =>
      actForAccount(db, account, async (work) => {
        const rows = await work
          .select()
          .from(destinations)
          .where(eq(destinations.accountId, account))
          .orderBy(asc(destinations.name), asc(destinations.id));
        return rows.map(destinationOf);
      }),
    destination: async (account, id) => {
      const row = await readOne(account, id);
      return row && destinationOf(row);
    },
    removeDestination: (account, id) =>
      actForAccount(db, account, async (work) => {
        const gone = await work.delete(destinations).where(own(account, id)).returning({ id: destinations.id });
        return gone.length > 0;
      }),
    secretsOf: async (account, id, now) => {
      const row = await readOne(account, id);
      const isOldGood = row?.oldSecretUntil !== null && row !== undefined && row.oldSecretUntil > now;
      const kept = [row?.secretSealed, isOldGood ? row.oldSecretSealed : undefined];
      const key = await findKey(account, "secrets");
      return kept.flatMap((one) => (one ? Buffer.from(open(key, one, contextOf(account, id))).toString("utf8") : []));
    },
    replaceSecret: async (account, id, secret, oldUntil) => {
      const secretSealed = await sealed(account, id, secret);
      const { secretSealed: before } = getTableColumns(destinations);
      return actForAccount(db, account, async (work) => {
        const [row] = await work.select({ before }).from(destinations).where(own(account, id)).for("update");
        if (row === undefined) return false;
        const set = { secretSealed, oldSecretSealed: row.before, oldSecretUntil: oldUntil };
        await work.update(destinations).set(set).where(own(account, id));
        return true;
      });
    },
  };
}

function contextOf(account: AccountId, id: string): string {
  return `${account}/destination/${id}`;
}

function destinationOf(row: Row): Destination {
  const { id, kind, name, isOn, facts, siteId, settings, failures, failingSince, createdAt } = row;
  const absent = { site: siteId ?? undefined, failingSince: failingSince ?? undefined };
  return { id, kind, name, isOn, facts, settings, failures, createdAt, ...absent };
}
