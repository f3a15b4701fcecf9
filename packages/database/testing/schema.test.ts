import { readFileSync } from "node:fs";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { getAuthTables } from "better-auth/db";
import { twoFactor } from "better-auth/plugins";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { authTables } from "../src/auth-tables.ts";
import { getTableColumns } from "../src/drizzle.ts";
import * as schema from "../src/schema/index.ts";
import { drawSchema } from "./draw-schema.ts";
import { freshDatabase, type TestDatabase } from "./test-cluster.ts";

let database: TestDatabase;
let sql: Sql;
beforeAll(async () => {
  database = await freshDatabase(inject("postgres18"));
  sql = postgres(database.superuserUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

/** Tables without a tenant, and why that is right. A new one needs its reason here. */
const exceptions: Readonly<Record<string, string>> = {
  "auth.user": "the auth library's: a person, who may belong to several accounts",
  "auth.session": "the auth library's: a person's sign-in",
  "auth.account": "the auth library's: a person's password or provider, not a Ringtrail account",
  "auth.verification": "the auth library's: one-time values before anybody is signed in",
  "auth.two_factor": "the auth library's: a person's second factor",
  "auth.rate_limit": "the auth library's: attempts per address",
  "ringtrail.key_check": "one row for the installation: whether the master key is the right one",
  "ringtrail_migrations.applied": "the migrator's own list",
};

interface CatalogTable {
  readonly name: string;
  readonly firstKeyColumn: string | null;
  readonly isForced: boolean;
  readonly policies: number;
}

test("every table starts its key with the account and forces row security, or is an exception with a reason", async () => {
  const tables = await sql<CatalogTable[]>`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as "isForced",
           (select count(*)::int from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
              and p.policyname = 'tenant') as policies,
           (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where i.indrelid = c.oid and i.indisprimary) as "firstKeyColumn"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`;
  const open = tables.filter(
    ({ firstKeyColumn, isForced, policies }) => firstKeyColumn !== "account_id" || !isForced || policies !== 1,
  );

  expect(open.map(({ name }) => name).toSorted()).toEqual(Object.keys(exceptions).toSorted());
  expect(tables.length).toBeGreaterThan(30);
});

test("every foreign key between tenant tables carries the account", async () => {
  const keys = await sql<{ readonly name: string }[]>`
    select k.conname as name from pg_constraint k
    join pg_namespace n on n.oid = k.connamespace
    where k.contype = 'f' and n.nspname in ('ringtrail', 'care')
      and not exists (select from pg_attribute a
                      where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'account_id')`;

  expect(keys).toEqual([]);
});

test("no index stands in the way of a lease that changes in place", async () => {
  const columns = await sql<{ readonly column: string }[]>`
    select distinct a.attname as column from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid in ('ringtrail.leases'::regclass)`;

  // None of these changes when a number is lent.
  const fixed = ["account_id", "e164", "number_id", "pool_id", "slice"];
  expect(columns.map(({ column }) => column).toSorted()).toEqual(fixed);
});

test("the look-ups belong to a role that reads thirteen tables and can do nothing else", async () => {
  const [rights] = await sql<{ readonly count: number; readonly kinds: string }[]>`
    select count(*)::int as count, string_agg(distinct privilege_type, ',') as kinds
    from information_schema.role_table_grants where grantee = 'ringtrail_lookup'`;
  const owners = await sql<{ readonly owner: string }[]>`
    select distinct pg_get_userbyid(proowner) as owner from pg_proc
    where prosecdef and pronamespace in ('ringtrail'::regnamespace, 'care'::regnamespace)`;

  expect(rights).toEqual({ count: 13, kinds: "SELECT" });
  expect(owners).toEqual([{ owner: "ringtrail_lookup" }]);
});

test("schema.sql shows the schema as it is (pnpm --filter @ringtrail/database schema)", async () => {
  expect(readFileSync(new URL("../schema.sql", import.meta.url), "utf8")).toBe(await drawSchema(sql));
});

test("the migrations make the tables the code knows (pnpm --filter @ringtrail/database generate)", async () => {
  const { entries }: { readonly entries: readonly { readonly idx: number }[] } = read(
    "../migrations/meta/_journal.json",
  );
  const last = String(entries.length - 1).padStart(4, "0");
  const before = read<Parameters<typeof generateMigration>[0]>(`../migrations/meta/${last}_snapshot.json`);

  expect(await generateMigration(before, generateDrizzleJson({ ...schema }, before.id))).toEqual([]);
});

test("the auth library's tables have the columns it asks for", () => {
  const wanted = getAuthTables({
    rateLimit: { enabled: true, storage: "database" },
    session: { additionalFields: { activeAccount: { type: "string", required: false, input: false } } },
    plugins: [twoFactor()],
  });
  for (const [model, table] of Object.entries(authTables)) {
    const fields = Object.keys(wanted[model]?.fields ?? {});
    expect([model, Object.keys(getTableColumns(table)).toSorted()]).toEqual([model, ["id", ...fields].toSorted()]);
  }
});

function read<Json>(file: string): Json {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
}
