import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { ConnectionId, PoolId, SiteId, TargetNumberId } from "@ringtrail/core";
import type { AccountStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, eq, notInArray } from "../drizzle.ts";
import type { FindKey } from "../keys/open-keys.ts";
import { seal } from "../keys/seal.ts";
import { makeId } from "../make-id.ts";
import { connections, pools, siteOrigins, sites, targetNumbers } from "../schema/index.ts";
import type { ClinicFlows } from "./clinic-flows.ts";
import { secretContext } from "./site-directory.ts";

type Methods =
  | "saveConnection"
  | "connectionsOf"
  | "changeDestination"
  | "saveSite"
  | "allowOrigin"
  | "flowOf"
  | "saveFlow"
  | "saveTarget"
  | "savePool"
  | "choosePoolPolicy";

/** Carrier connections, sites, their target numbers and pools. */
export function siteStore(db: PostgresJsDatabase, findKey: FindKey, clinics: ClinicFlows): Pick<AccountStore, Methods> {
  return {
    saveConnection: async ({ account, carrier, carrierAccount, secret, apiBase }) => {
      const context = secretContext(account, carrier, carrierAccount);
      const secretSealed = seal(await findKey(account, "secrets"), Buffer.from(secret), context);
      const { accountId, carrier: byCarrier, carrierAccount: byAccount, id } = connections;
      return actForAccount(db, account, async (work) => {
        const rows = await work
          .insert(connections)
          .values({ accountId: account, id: makeId<ConnectionId>(), carrier, carrierAccount, secretSealed, apiBase })
          .onConflictDoUpdate({ target: [accountId, byCarrier, byAccount], set: { secretSealed, apiBase } })
          .returning({ id });
        return theOne(rows).id;
      });
    },
    connectionsOf: (account) =>
      actForAccount(db, account, async (work) => {
        const rows = await work.select().from(connections).where(eq(connections.accountId, account));
        return rows.flatMap(({ id, carrier, carrierAccount, apiBase }) =>
          carrier === "imported" ? [] : [{ id, account, carrier, carrierAccount, apiBase }],
        );
      }),
    changeDestination: (account, site, destination) =>
      actForAccount(db, account, async (work) => {
        const own = and(eq(sites.accountId, account), eq(sites.id, site));
        const [row] = await work.select({ flow: sites.flow }).from(sites).where(own).for("update");
        const flow = row && (await clinics.wholeFlow(account, site, row.flow));
        if (flow === undefined) return undefined;
        await work
          .update(sites)
          .set({ flow: { ...flow, destination } })
          .where(own);
        return flow.destination;
      }),
    saveSite: (account, { key, origins, businessPlaces, ...settings }) =>
      actForAccount(db, account, async (work) => {
        const changed = { ...settings, businessPlaces: [...businessPlaces] };
        // A clinic's flow goes to the care side before the row is known to be there already, so its id is asked first.
        const [known] = await work
          .select({ id: sites.id })
          .from(sites)
          .where(and(eq(sites.accountId, account), eq(sites.key, key)));
        // A key of another account cannot be seen, so the statement fails instead of changing that site.
        const rows = await work
          .insert(sites)
          .values({ accountId: account, id: known?.id ?? makeId<SiteId>(), key, ...changed })
          .onConflictDoUpdate({ target: sites.key, set: changed })
          .returning({ id: sites.id });
        const { id } = theOne(rows);
        const ofSite = and(eq(siteOrigins.accountId, account), eq(siteOrigins.siteId, id));
        const stays = origins.length === 0 ? undefined : notInArray(siteOrigins.origin, [...origins]);
        await work.delete(siteOrigins).where(and(ofSite, stays));
        const added = origins.map((origin) => ({ accountId: account, siteId: id, origin }));
        if (added.length > 0) await work.insert(siteOrigins).values(added).onConflictDoNothing();
        return id;
      }),
    allowOrigin: (account, site, origin) =>
      actForAccount(db, account, async (work) => {
        const own = and(eq(sites.accountId, account), eq(sites.id, site));
        const [row] = await work.select({ id: sites.id }).from(sites).where(own);
        if (row === undefined) return false;
        await work.insert(siteOrigins).values({ accountId: account, siteId: site, origin }).onConflictDoNothing();
        return true;
      }),
    flowOf: async (account, site) => {
      const [row] = await actForAccount(db, account, (work) =>
        work
          .select({ flow: sites.flow })
          .from(sites)
          .where(and(eq(sites.accountId, account), eq(sites.id, site))),
      );
      return row && clinics.wholeFlow(account, site, row.flow);
    },
    saveFlow: (account, site, flow) =>
      actForAccount(db, account, async (work) => {
        const rows = await work
          .update(sites)
          .set({ flow })
          .where(and(eq(sites.accountId, account), eq(sites.id, site)))
          .returning({ id: sites.id });
        return rows.length === 1;
      }),
    saveTarget: (account, site, { e164, label }) =>
      actForAccount(db, account, async (work) => {
        const rows = await work
          .insert(targetNumbers)
          .values({ accountId: account, id: makeId<TargetNumberId>(), siteId: site, e164, label })
          .onConflictDoUpdate({
            target: [targetNumbers.accountId, targetNumbers.siteId, targetNumbers.e164],
            set: { label },
          })
          .returning({ id: targetNumbers.id });
        return theOne(rows).id;
      }),
    savePool: (account, { site, target, name, ...lengths }) =>
      actForAccount(db, account, async (work) => {
        const changed = { siteId: site, ...lengths };
        const rows = await work
          .insert(pools)
          .values({ accountId: account, id: makeId<PoolId>(), targetId: target, name, ...changed })
          .onConflictDoUpdate({ target: [pools.accountId, pools.targetId, pools.name], set: changed })
          .returning({ id: pools.id });
        return theOne(rows).id;
      }),
    choosePoolPolicy: (account, pool, exclusive) =>
      actForAccount(db, account, async (work) => {
        const own = and(eq(pools.accountId, account), eq(pools.id, pool));
        return (await work.update(pools).set({ exclusive }).where(own).returning({ id: pools.id })).length > 0;
      }),
  };
}

/** The row an upsert always answers. */
export function theOne<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error("A row that was just written was not answered.");
  return row;
}
