import postgres from "postgres";
import { afterEach, expect, inject, test } from "vitest";
import { connectOnce, urlOf, type Login } from "./embedded/connect-once.ts";
import { migrate } from "./migrate.ts";

const { superuser, owner } = inject("postgres18");
const made: string[] = [];
afterEach(async () => {
  for (const name of made.splice(0)) await asSuperuser(`drop database ${name} with (force)`);
});

async function asSuperuser(text: string): Promise<void> {
  await connectOnce(superuser, (sql) => sql.unsafe(text));
}

async function anEmptyDatabase(who: Login = owner): Promise<Login> {
  const database = `empty_${process.pid}_${made.length}_${who.user}`;
  await asSuperuser(`create database ${database} owner ${who.user}`);
  made.push(database);
  return { ...who, database };
}

test("an empty database is brought up to date once, and a second start changes nothing", async () => {
  const database = await anEmptyDatabase();

  const first = await migrate(urlOf(database));

  expect(first).toMatchObject({ ok: true, value: { applied: expect.any(Number) } });
  expect(await migrate(urlOf(database))).toEqual({ ok: true, value: { applied: 0 } });
});

test("servers that start at once take turns", async () => {
  const url = urlOf(await anEmptyDatabase());

  const answers = await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url)]);

  const applied = answers.map((answer) => (answer.ok ? answer.value.applied : "refused"));
  expect(applied.toSorted()).toEqual([0, 0, 0, expect.any(Number)]);
});

test("a database that a newer Ringtrail has used is left alone", async () => {
  const url = urlOf(await anEmptyDatabase());
  await migrate(url);
  const sql = postgres(url, { max: 1 });
  await sql`insert into ringtrail_migrations.applied (hash, created_at) values ('from the future', 9000000000000)`;
  await sql.end();

  expect(await migrate(url)).toMatchObject({ ok: false, reason: { code: "database_newer_than_server" } });
});

test("a user who may not make the roles is told how to get them, and nothing is made", async () => {
  await asSuperuser("create role poor login password 'poor'");
  const database = await anEmptyDatabase({ ...owner, user: "poor", password: "poor" });

  const refused = await migrate(urlOf(database));
  const schemas = await connectOnce(database, (sql) => sql`select from pg_namespace where nspname like 'ringtrail%'`);
  await asSuperuser(`drop database ${database.database}`);
  made.pop();
  await asSuperuser("drop role poor");

  expect(refused).toMatchObject({
    reason: { code: "migration_needs_createrole", fix: expect.stringContaining("CREATEROLE") },
  });
  expect(schemas).toHaveLength(0);
});
