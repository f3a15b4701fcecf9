import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { instant, type AccountId } from "@ringtrail/core";
import type { AccountStore, ApiKey, Scope } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, eq } from "../drizzle.ts";
import { apiKeys } from "../schema/index.ts";

type Methods = "saveApiKey" | "apiKeys" | "revokeApiKey" | "apiKeyByHash";

interface KeyRow {
  readonly id: string;
  readonly account: AccountId;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresMs: number | null;
}

/** API keys, kept under the hash of their secret. */
export function keyStore(sql: Sql, db: PostgresJsDatabase): Pick<AccountStore, Methods> {
  return {
    saveApiKey: async ({ id, account, name, scopes, expiresAt }, secretSha256) => {
      const changed = { name, scopes: [...scopes], expiresAt: expiresAt ?? null, secretSha256 };
      await actForAccount(db, account, (work) =>
        work
          .insert(apiKeys)
          .values({ accountId: account, id, ...changed })
          .onConflictDoUpdate({ target: [apiKeys.accountId, apiKeys.id], set: changed }),
      );
    },
    apiKeys: (account) =>
      actForAccount(db, account, async (work) => {
        const rows = await work.select().from(apiKeys).where(eq(apiKeys.accountId, account));
        return rows
          .map(({ id, name, scopes, expiresAt }): ApiKey => {
            return { id, account, name, scopes, expiresAt: expiresAt ?? undefined };
          })
          .toSorted((a, b) => a.name.localeCompare(b.name));
      }),
    revokeApiKey: (account, id) =>
      actForAccount(db, account, async (work) => {
        const gone = await work
          .delete(apiKeys)
          .where(and(eq(apiKeys.accountId, account), eq(apiKeys.id, id)))
          .returning({ id: apiKeys.id });
        return gone.length > 0;
      }),
    apiKeyByHash: async (secretSha256, now) => {
      const [row] = await sql<KeyRow[]>`
        select id, account_id as account, name, to_json(scopes) as scopes, ringtrail.ms(expires_at) as "expiresMs"
        from ringtrail.api_key_by_hash(${secretSha256}, ${now})`;
      if (row === undefined) return undefined;
      const { expiresMs, ...key } = row;
      return { ...key, expiresAt: expiresMs === null ? undefined : instant(expiresMs) };
    },
  };
}
