import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId } from "@ringtrail/core";
import type { SoundStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, count, desc, eq, getTableColumns, sql } from "../drizzle.ts";
import { sounds } from "../schema/index.ts";

const { original: _original, telephone: _telephone, accountId: _accountId, ...facts } = getTableColumns(sounds);

/** Uploaded sounds. A call waits for `soundFile`, one read by primary key; the rest is work at a desk. */
export function soundStore(answer: PostgresJsDatabase, desk: PostgresJsDatabase): SoundStore {
  return {
    keep: (account, sound, most) =>
      actForAccount(desk, account, async (work) => {
        // Two uploads at once must not pass the limit together.
        await work.execute(sql`select pg_advisory_xact_lock(hashtext('ringtrail sounds'), hashtext(${account}))`);
        const [same] = await work.select({ sha256: sounds.sha256 }).from(sounds).where(named(account, sound.sha256));
        if (same !== undefined) return "known";
        const [kept] = await work.select({ of: count() }).from(sounds).where(eq(sounds.accountId, account));
        if ((kept?.of ?? 0) >= most) return "full";
        await work.insert(sounds).values({ accountId: account, ...sound });
        return "kept";
      }),
    sounds: (account) =>
      actForAccount(desk, account, (work) =>
        work
          .select(facts)
          .from(sounds)
          .where(eq(sounds.accountId, account))
          .orderBy(desc(sounds.uploadedAt), sounds.sha256),
      ),
    soundFile: (account, sha256, which) =>
      actForAccount(answer, account, async (work) => {
        const [row] = await work.select({ file: sounds[which] }).from(sounds).where(named(account, sha256));
        return row && new Uint8Array(row.file);
      }),
  };
}

function named(account: AccountId, sha256: string) {
  return and(eq(sounds.accountId, account), eq(sounds.sha256, sha256));
}
