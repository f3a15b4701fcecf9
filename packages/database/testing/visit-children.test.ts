import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, minute } from "@ringtrail/core";
import { anId, at, lendTo, planFor, aVisit, seedShop, type Shop, type World } from "@ringtrail/core/testing";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createStores, type Stores } from "../src/create-stores.ts";
import { freshDatabase, must, type TestDatabase } from "./test-cluster.ts";

const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-children-"));
let database: TestDatabase;
let stores: Stores;
let world: World;
let sql: Sql;

beforeAll(async () => {
  database = await freshDatabase(inject("postgres18"));
  const keys = { file: path.join(folder, "master.key") };
  stores = must(
    await createStores({ url: database.url, keys, recordingsFolder: folder, answerTimeoutMs: 20_000, connections: 8 }),
  );
  const noHand = () => Promise.resolve();
  world = { ...stores, intruder: { rewriteProof: noHand, eraseProof: noHand, flipRecordingBit: noHand } };
  sql = postgres(database.superuserUrl, { max: 1 });
});
afterAll(async () => {
  await Promise.all([stores.close(), sql.end()]);
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

// No foreign key says so: it would take two fifths of the time of a lend (docs/decisions/0008).
test("nothing a visit left behind is left without it, however visitors land, sign and are forgotten at once", async () => {
  const shop = await seedShop(world, { slices: ["any", "paid_search", "any"] });
  const names = ["ann", "bob", "cid", "dot"];
  for (let round = 0; round < 12; round += 1) {
    const now = after(at("10:00"), round * minute);
    await Promise.all(
      names.flatMap((name) => [
        lendTo(world, shop, name, { now, isReturning: round % 2 === 0 }),
        signs(shop, name, round),
        stores.visits.forgetVisitor(shop.account, anId(`visitor ${names[round % names.length]}`)),
        lendTo(world, shop, name, { now }),
        signs(shop, name, round + 100),
      ]),
    );
  }

  for (const child of ["touches", "page_views", "impressions", "tel_taps", "number_signs"]) {
    const [orphans] = await sql<{ readonly count: number }[]>`
      select count(*)::int as count from ${sql(`ringtrail.${child}`)} c
      where not exists (select from ringtrail.visits v where v.account_id = c.account_id and v.id = c.visit_id)`;
    expect([child, orphans?.count]).toEqual([child, 0]);
  }
  const [kept] = await sql<{ readonly count: number }[]>`select count(*)::int as count from ringtrail.visits`;
  expect(kept?.count).toBeGreaterThan(0);
});

test("a visit is stored for a site of its account only, and the server may delete no site", async () => {
  const [shop, other] = [await seedShop(world), await seedShop(world)];
  const plan = planFor(shop, at("10:00"), { id: anId("eve") });
  const strange = aVisit({ id: anId("eve"), site: other.site });

  await expect(stores.pools.lend(shop.account, strange, [plan])).rejects.toThrow("no such site");
  await expect(stores.sql`delete from ringtrail.sites`).rejects.toThrow("permission denied");
});

function signs({ account, numbers }: Shop, name: string, second: number): Promise<boolean> {
  const when = after(at("10:00"), second * 1_000);
  const [number] = numbers;
  return stores.visits.append(account, anId(name), [
    { kind: "page", page: { path: `/${second}`, title: "", at: when } },
    ...(number === undefined ? [] : [{ kind: "tap" as const, number: number.id, at: when }]),
  ]);
}
