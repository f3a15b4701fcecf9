import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { createHash } from "node:crypto";
import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { chainStart, checkAuditLink, instant, type AuditLink } from "@ringtrail/core";
import { connectOnce, urlOf } from "./embedded/connect-once.ts";
import { migrate, migrationsFolder } from "./migrate.ts";

const { superuser, owner } = inject("postgres18");
const database = `before_the_chain_${process.pid}`;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** The migrations up to one of them, as a server of that day had them. */
function migrationsBefore(tag: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-migrations-"));
  cpSync(migrationsFolder, folder, { recursive: true });
  const journal = path.join(folder, "meta/_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8"));
  const upTo = entries.findIndex((entry: { readonly tag: string }) => entry.tag === tag);
  expect(upTo).toBeGreaterThan(0);
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, upTo) }));
  return folder;
}

test("an audit log from before the chain becomes one, entry by entry in the order it was written", async () => {
  await connectOnce(superuser, (sql) => sql.unsafe(`create database ${database} owner ${owner.user}`));
  const folder = migrationsBefore("0031_audit_chain");
  const sql = postgres(urlOf({ ...owner, database }), { max: 1, onnotice: () => undefined });
  const [one, two] = ["0192d3a0-0000-7000-8000-000000000001", "0192d3a0-0000-7000-8000-000000000002"];
  const facts = { zero: 0, half: 0.5, yes: true, ключ: 'a "quoted" \\ word\n\u2028' };
  try {
    const schemas = { migrationsSchema: "ringtrail_migrations", migrationsTable: "applied" };
    // The query builder changes how its connection reads dates and JSON, so it has one of its own.
    const builder = postgres(urlOf({ ...owner, database }), { max: 1, onnotice: () => undefined });
    await runMigrations(drizzle(builder), { migrationsFolder: folder, ...schemas });
    await builder.end();
    for (const account of [one, two]) {
      await sql`select set_config('ringtrail.account', ${account as string}, false)`;
      await sql`insert into ringtrail.accounts (account_id, name) values (${account as string}, ${account as string})`;
      for (const at of ["2026-05-01T10:00:00.123Z", "2026-05-01T09:00:00Z"]) {
        await sql`insert into ringtrail.audit_log (account_id, at, actor, action, object, facts)
                  values (${account as string}, ${at}, 'user:ü', 'recording.played', 'recording:1', ${sql.json(facts)})`;
      }
    }

    expect(await migrate(urlOf({ ...owner, database }))).toMatchObject({ ok: true });

    for (const account of [one, two]) {
      await sql`select set_config('ringtrail.account', ${account as string}, false)`;
      const rows = await sql<(Omit<AuditLink, "at"> & { readonly at: Date })[]>`
        select sequence, at, actor, action, object, facts, previous_hash as "previousHash", hash
        from ringtrail.audit_log order by sequence`;
      const chain = rows.map((row) => ({ ...row, at: instant(row.at.getTime()) }));
      const checked = chain.map((link, nth) => checkAuditLink(chain[nth - 1] ?? chainStart, link, sha256).ok);
      expect(checked).toEqual([true, true]);
      expect(chain.map(({ at }) => new Date(at).toISOString().slice(11, 16))).toEqual(["10:00", "09:00"]);
    }
  } finally {
    await sql.end();
    rmSync(folder, { recursive: true, force: true });
    await connectOnce(superuser, (admin) => admin.unsafe(`drop database ${database} with (force)`));
  }
});
