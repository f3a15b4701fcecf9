import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { aCall, anId, aProof, at, seedShop, type Shop } from "@ringtrail/core/testing";
import { Phi, type E164 } from "@ringtrail/core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createStores, type Stores } from "../src/create-stores.ts";
import { freshDatabase, must, startTestCluster, type TestDatabase } from "./test-cluster.ts";

const clusters = [
  ["PostgreSQL 18", inject("postgres18")],
  ["PostgreSQL 15", inject("postgres15")],
] as const;
const present = clusters.flatMap(([name, cluster]) => (cluster === undefined ? [] : [{ name, cluster }]));

describe.each(present)("$name", ({ cluster }) => {
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-walls-"));
  const keys = { file: path.join(folder, "master.key") };
  let database: TestDatabase;
  let stores: Stores;
  let shop: Shop;

  beforeAll(async () => {
    database = await freshDatabase(cluster);
    stores = must(await createStores({ url: database.url, keys, recordingsFolder: folder, answerTimeoutMs: 20_000 }));
    shop = await seedShop({ ...stores, intruder: { rewriteProof, eraseProof: rewriteProof, flipRecordingBit } });
    const { account, connection, site, numbers } = shop;
    const call = aCall({ connection, site, number: numbers[0]?.id ?? anId("none") });
    await stores.calls.ring(account, call);
    await stores.proofs.append(account, aProof());
    const number = Phi.seal("+14155551234" as E164);
    await stores.care.saveCaller(account, call.id, { number, name: Phi.seal("Ann Smith") }, at("10:00"));
  });
  afterAll(async () => {
    await stores.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const rewriteProof = () => Promise.resolve();
  const flipRecordingBit = () => Promise.resolve();

  /** Runs one statement as a role, in the shop's account unless told otherwise. */
  async function as<Row extends postgres.Row = postgres.Row>(
    role: string,
    text: string,
    account: string = shop.account,
  ): Promise<readonly Row[]> {
    const url = role === "superuser" ? database.superuserUrl : database.url;
    const sql = postgres(url, { max: 1, ...(role.startsWith("ringtrail_") ? { connection: { role } } : {}) });
    try {
      await sql`select set_config('ringtrail.account', ${account}, false)`;
      return [...(await sql.unsafe<Row[]>(text))];
    } finally {
      await sql.end();
    }
  }

  const careTables = "callers consent_proofs recordings call_notes transcripts target_labels site_flows phones".split(
    " ",
  );
  test.each(careTables)("the marketing side has no right to care.%s", async (table) => {
    await expect(as("ringtrail_api", `select from care.${table}`)).rejects.toThrow("permission denied for schema care");
  });

  test.each(["visits", "calls", "touches", "impressions", "call_candidates", "members", "api_keys"])(
    "the care side has no right to %s: what was said cannot be joined to what was browsed",
    async (table) => {
      await expect(as("ringtrail_care", `select from ringtrail.${table}`)).rejects.toThrow(
        "permission denied for table",
      );
    },
  );

  test("each side sees its own keys only", async () => {
    const purposes = (role: string) => as<{ purpose: string }>(role, "select purpose from ringtrail.account_keys");

    expect(await purposes("ringtrail_api")).toEqual([{ purpose: "secrets" }]);
    expect(await purposes("ringtrail_care")).toEqual([{ purpose: "care" }]);
  });

  test("without an account, and with another one, nothing is seen; the tables' owner included", async () => {
    const seen = (role: string, account: string) => as(role, "select from ringtrail.sites", account);

    expect(await seen("ringtrail_api", "")).toEqual([]);
    expect(await seen("ringtrail_api", anId("another account"))).toEqual([]);
    expect(await seen("owner", anId("another account"))).toEqual([]);
    expect(await seen("ringtrail_api", shop.account)).toHaveLength(1);
  });

  test("a row cannot be written into another account", async () => {
    const text = `insert into ringtrail.members values ('${anId("another account")}', 'u', 'owner')`;

    await expect(as("ringtrail_api", text)).rejects.toThrow("row-level security");
  });

  test.each([
    ["update ringtrail.consent_proofs set wording = 'x'"],
    ["delete from ringtrail.consent_proofs"],
    ["update ringtrail.audit_log set actor = 'x'"],
    ["delete from ringtrail.call_events"],
    ["update ringtrail.impressions set how = 'own'"],
  ])("the server's role may not %s", async (text) => {
    await expect(as("ringtrail_api", text)).rejects.toThrow("permission denied");
  });

  test.each(["update care.consent_proofs set wording = 'x'", "delete from care.consent_proofs"])(
    "nor may the care side's role %s",
    async (text) => {
      await expect(as("ringtrail_care", text)).rejects.toThrow("permission denied");
    },
  );

  test.each([
    ["ringtrail.consent_proofs", "wording", "owner"],
    ["ringtrail.consent_proofs", "wording", "superuser"],
    ["care.consent_proofs", "wording", "owner"],
    ["care.consent_proofs", "wording", "superuser"],
    ["ringtrail.audit_log", "actor", "owner"],
    ["ringtrail.audit_log", "actor", "superuser"],
  ])("a row of %s is not changed (%s) by the %s by accident either", async (table, column, who) => {
    await expect(as(who, `update ${table} set ${column} = 'x'`)).rejects.toThrow("only ever added");
    await expect(as(who, `delete from ${table}`)).rejects.toThrow("only ever added");
    await expect(as(who, `truncate ${table}`)).rejects.toThrow("only ever added");
  });

  test("nothing a caller is known by lies readable in the database, nor a carrier's secret", async () => {
    const tables = await as<{ name: string }>(
      "superuser",
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_schema in ('ringtrail', 'care') and table_type = 'BASE TABLE'`,
    );
    const texts = await Promise.all(
      tables.map(({ name }) => as<{ text: string }>("superuser", `select t::text as text from ${name} t`)),
    );
    const everything = texts.flat().map(({ text }) => text.replace(/\\x([0-9a-f]+)/g, (_, hex) => fromHex(hex)));

    expect(everything.join("\n")).toContain("CA-1");
    for (const secret of ["4155551234", "Ann Smith", "secret "]) expect(everything.join("\n")).not.toContain(secret);
  });
});

test("the stores refuse to work as a role that row security does not hold", async () => {
  const { cluster, stop } = await startTestCluster();
  const own = await freshDatabase(cluster);
  const sql: Sql = postgres(own.superuserUrl, { max: 1 });
  await sql`alter role ringtrail_api bypassrls`;
  await sql.end();

  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-unsafe-"));
  const keys = { file: path.join(folder, "master.key") };
  const refused = await createStores({ url: own.url, keys, recordingsFolder: folder });
  await stop();
  rmSync(folder, { recursive: true });

  expect(refused).toMatchObject({ ok: false, reason: { code: "database_role_unsafe", role: "ringtrail_api" } });
});

function fromHex(hex: string): string {
  return Buffer.from(hex, "hex").toString("latin1");
}
