import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { actionsOfKind, auditText, chainStart, type AccountId, type AuditKind, type AuditLink } from "@ringtrail/core";
import type { AccountStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, asc, desc, eq, gt, inArray, lt, notInArray, sql, type SQL } from "../drizzle.ts";
import { makeId } from "../make-id.ts";
import { auditLog } from "../schema/index.ts";
import { sha256 } from "./sha256.ts";

type Methods = "audit" | "auditLog" | "auditOf" | "auditChain";

/** A piece of a chain in memory at a time. */
const piece = 500;

/** Who did what: append-only and hash-chained; the table's grants and a trigger refuse anything else. */
export function auditStore(db: PostgresJsDatabase): Pick<AccountStore, Methods> {
  const newest = (account: AccountId, about: SQL | undefined, limit: number, before: number | undefined) =>
    actForAccount(db, account, async (work) => {
      const earlier = before === undefined ? undefined : lt(auditLog.sequence, before);
      const rows = await work
        .select()
        .from(auditLog)
        .where(and(eq(auditLog.accountId, account), about, earlier))
        .orderBy(desc(auditLog.sequence))
        .limit(limit);
      return rows.map(linkOf);
    });
  return {
    audit: (account, entry) =>
      actForAccount(db, account, async (work) => {
        // One chain per account: whoever appends to it takes turns.
        await work.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${account}`}, 0))`);
        const [last = chainStart] = await work
          .select({ sequence: auditLog.sequence, hash: auditLog.hash })
          .from(auditLog)
          .where(eq(auditLog.accountId, account))
          .orderBy(desc(auditLog.sequence))
          .limit(1);
        const row = { ...entry, sequence: last.sequence + 1, previousHash: last.hash };
        await work.insert(auditLog).values({ accountId: account, ...row, hash: sha256(auditText(row)) });
        // What owners are to be told goes to whoever wants to hear of it elsewhere, too.
        if (entry.facts["tell"] !== "owners") return;
        const { at, ...about } = entry;
        await work.execute(
          sql`select ringtrail.note_fact(${account}, ${makeId<string>()}, 'notice', null,
                ${new Date(at).toISOString()}::timestamptz, null, ${JSON.stringify(about)}::jsonb)`,
        );
      }),
    auditLog: (account, limit, before, kind) =>
      newest(account, kind === undefined ? undefined : ofKind(kind), limit, before),
    auditOf: (account, object, limit, before) => newest(account, eq(auditLog.object, object), limit, before),
    auditChain: (account, after) =>
      actForAccount(db, account, async (work) => {
        const rows = await work
          .select()
          .from(auditLog)
          .where(and(eq(auditLog.accountId, account), gt(auditLog.sequence, after)))
          .orderBy(asc(auditLog.sequence))
          .limit(piece);
        return rows.map(linkOf);
      }),
  };
}

function ofKind(kind: AuditKind): SQL {
  const { actions, areLeftOut } = actionsOfKind(kind);
  return areLeftOut ? notInArray(auditLog.action, [...actions]) : inArray(auditLog.action, [...actions]);
}

function linkOf({ accountId: _account, ...link }: typeof auditLog.$inferSelect): AuditLink {
  return link;
}
