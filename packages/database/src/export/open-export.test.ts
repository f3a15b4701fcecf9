import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { Phi } from "@ringtrail/core";
import { aCall, anId, aNumber, at, aVisit, planFor, seedShop, type Shop } from "@ringtrail/core/testing";
import { getTableConfig, is, PgTable } from "../drizzle.ts";
import * as schema from "../schema/index.ts";
import { postgresWorld } from "../../testing/postgres-world.ts";
import { exportedCareTables, exportedTables, unexportedTables } from "./exported-tables.ts";

type PostgresWorld = Awaited<ReturnType<typeof postgresWorld>>;
let world: PostgresWorld;
let shop: Shop;

beforeAll(async () => {
  world = await postgresWorld(inject("postgres18"));
  shop = await seedShop(world);
  await ring(shop, "ours", "+14155551111");
  await ring(await seedShop(world), "of another account", "+14155552222");
});
afterAll(() => world.close());

/** A visit, and a call by this number. */
async function ring({ account, ...owner }: Shop, name: string, number: string): Promise<void> {
  const place = { connection: owner.connection, number: owner.source.id, site: owner.site };
  const call = aCall({ ...place, id: anId(`call ${name}`), carrierRef: name });
  await world.calls.ring(account, call);
  await world.care.saveCaller(account, call.id, { number: Phi.seal(aNumber(number)), name: undefined }, at("10:00"));
  const visit = aVisit({ id: anId(`visit ${name}`), site: owner.site });
  await world.pools.lend(account, visit, [planFor({ account, ...owner }, at("10:00"), { id: visit.id })]);
}

async function linesOf(lines: AsyncIterable<string>): Promise<readonly Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for await (const line of lines) rows.push(JSON.parse(line));
  return rows;
}

test("every table of an account is exported, or left out for a reason that is written down", () => {
  const listed = [
    ...[...exportedTables, ...exportedCareTables].map(({ table }) => table),
    ...unexportedTables.map(([table]) => table),
  ].map((table) => getTableConfig(table).name);
  const tenant = Object.values(schema)
    .filter((value) => is(value, PgTable))
    .map((table) => getTableConfig(table))
    .filter(({ columns }) => columns.some(({ name }) => name === "account_id"))
    .filter((config) => config.schema !== "auth");

  expect(listed.toSorted()).toEqual(tenant.map(({ name }) => name).toSorted());
});

test("an export holds the account's rows, no other account's, and no secret", async () => {
  const exported = await world.openExport(shop.account, false);
  const rows = new Map<string, readonly Record<string, unknown>[]>();
  for (const { name, lines } of exported.files) rows.set(name, await linesOf(lines()));
  await exported.close();

  const all = [...rows.values()].flat();
  expect([rows.get("calls")?.length, rows.get("visits")?.length, rows.get("leases")?.length]).toEqual([1, 1, 2]);
  expect(all.every((row) => row["account_id"] === shop.account)).toBe(true);
  expect(all.flatMap((row) => Object.keys(row)).filter((column) => /sealed|secret|sha256$/.test(column))).toEqual([]);
  expect(exported.care).toBeUndefined();
});

test("the care side comes only when it is asked for, and sealed until a named door opens it", async () => {
  const exported = await world.openExport(shop.account, true);
  const callers = [];
  for await (const caller of exported.care?.callers() ?? []) callers.push(caller);
  await exported.close();

  expect(callers).toHaveLength(1);
  expect(JSON.stringify(callers)).not.toContain("5551111");
  expect(callers.map(({ number }) => number && Phi.reveal(number, "care-export"))).toEqual(["+14155551111"]);
});

test("both sides show one instant: a call that rings during an export is in no file of it", async () => {
  const exported = await world.openExport(shop.account, true);
  await ring(shop, "meanwhile", "+14155553333");
  const calls = await linesOf(
    exported.files.find(({ name }) => name === "calls")?.lines() ?? (async function* () {})(),
  );
  const callers = [];
  for await (const caller of exported.care?.callers() ?? []) callers.push(caller.callId);
  await exported.close();

  expect(callers).toEqual(calls.map(({ id }) => id));
});
