import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { instant, type AccountId, type SiteId } from "@ringtrail/core";
import type { ShopStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, asc, eq } from "../drizzle.ts";
import type { FindKey } from "../keys/open-keys.ts";
import { open, seal } from "../keys/seal.ts";
import { shopifyShops } from "../schema/index.ts";

interface ShopRow {
  readonly account: AccountId;
  readonly site: SiteId;
  readonly domain: string;
  readonly installedMs: number | null;
}

/** Shops and their keys. A key is sealed for its shop, so that none can be moved to another. */
export function shopStore(sql: Sql, db: PostgresJsDatabase, findKey: FindKey): ShopStore {
  return {
    shopByDomain: async (domain) => {
      const [row] = await sql<ShopRow[]>`
        select account_id as account, site_id as site, domain, ringtrail.ms(installed_at) as "installedMs"
        from ringtrail.shop_by_domain(${domain})`;
      if (row === undefined) return undefined;
      const { installedMs, ...shop } = row;
      return { ...shop, installedAt: installedMs === null ? undefined : instant(installedMs) };
    },
    connectShop: (account, site, domain) =>
      actForAccount(db, account, async (work) => {
        // Nobody else's row can be seen, but its name is taken all the same.
        await work.insert(shopifyShops).values({ accountId: account, siteId: site, domain }).onConflictDoNothing();
        const own = await work
          .update(shopifyShops)
          .set({ siteId: site })
          .where(named(account, domain))
          .returning({ domain: shopifyShops.domain });
        return own.length > 0;
      }),
    shopsOf: (account) =>
      actForAccount(db, account, async (work) => {
        const { domain, siteId: site, installedAt } = shopifyShops;
        const rows = await work
          .select({ domain, site, installedAt })
          .from(shopifyShops)
          .where(eq(shopifyShops.accountId, account))
          .orderBy(asc(domain));
        return rows.map((row) => ({ account, ...row, installedAt: row.installedAt ?? undefined }));
      }),
    installed: async (account, domain, token, at) => {
      const tokenSealed = seal(await findKey(account, "secrets"), Buffer.from(token), contextOf(account, domain));
      return actForAccount(db, account, async (work) => {
        const kept = await work
          .update(shopifyShops)
          .set({ tokenSealed, installedAt: at })
          .where(named(account, domain))
          .returning({ domain: shopifyShops.domain });
        return kept.length > 0;
      });
    },
    tokenOf: async (account, domain) => {
      const [row] = await actForAccount(db, account, (work) =>
        work.select({ sealed: shopifyShops.tokenSealed }).from(shopifyShops).where(named(account, domain)),
      );
      if (row?.sealed === undefined || row.sealed === null) return undefined;
      const key = await findKey(account, "secrets");
      return Buffer.from(open(key, row.sealed, contextOf(account, domain))).toString("utf8");
    },
    uninstalled: async (account, domain) => {
      await actForAccount(db, account, (work) =>
        work.update(shopifyShops).set({ tokenSealed: null, installedAt: null }).where(named(account, domain)),
      );
    },
    disconnectShop: async (account, domain) => {
      await actForAccount(db, account, (work) => work.delete(shopifyShops).where(named(account, domain)));
    },
  };
}

function named(account: AccountId, domain: string) {
  return and(eq(shopifyShops.accountId, account), eq(shopifyShops.domain, domain));
}

function contextOf(account: AccountId, domain: string): string {
  return `${account}/shopify/${domain}`;
}
