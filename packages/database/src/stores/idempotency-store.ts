import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { IdempotencyStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, eq, isNull, lte, or } from "../drizzle.ts";
import { idempotencyKeys as keys } from "../schema/index.ts";

/** Idempotency keys. Whoever inserts the row is the first; the primary key settles who that is. */
export function idempotencyStore(db: PostgresJsDatabase): IdempotencyStore {
  return {
    claim: (account, { key, requestSha256, at, forgottenSince, deadSince }) =>
      actForAccount(db, account, async (work) => {
        const claimed = { requestSha256, status: null, answer: null, createdAt: at };
        const tooOld = lte(keys.createdAt, forgottenSince);
        const died = and(isNull(keys.status), lte(keys.createdAt, deadSince));
        const first = await work
          .insert(keys)
          .values({ accountId: account, key, ...claimed })
          .onConflictDoUpdate({ target: [keys.accountId, keys.key], set: claimed, setWhere: or(tooOld, died) })
          .returning({ key: keys.key });
        if (first.length > 0) {
          await work.delete(keys).where(and(eq(keys.accountId, account), tooOld));
          return { kind: "first" };
        }
        const [row] = await work
          .select()
          .from(keys)
          .where(and(eq(keys.accountId, account), eq(keys.key, key)));
        if (row !== undefined && row.requestSha256 !== requestSha256) return { kind: "other" };
        if (row === undefined || row.status === null) return { kind: "busy" };
        return { kind: "answered", answer: { status: row.status, sealed: String(row.answer) } };
      }),
    finish: async (account, key, { status, sealed }) => {
      await actForAccount(db, account, (work) =>
        work
          .update(keys)
          .set({ status, answer: sealed })
          .where(and(eq(keys.accountId, account), eq(keys.key, key))),
      );
    },
    release: async (account, key) => {
      await actForAccount(db, account, (work) =>
        work.delete(keys).where(and(eq(keys.accountId, account), eq(keys.key, key), isNull(keys.status))),
      );
    },
  };
}
