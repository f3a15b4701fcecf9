import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { anId, at, aVisit, planFor, seedShop, type Shop, type World } from "@ringtrail/core/testing";
import { after, minute, type Instant, type VisitId } from "@ringtrail/core";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createStores, type Stores } from "../src/create-stores.ts";
import { freshDatabase, must, type TestDatabase } from "./test-cluster.ts";

const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-cost-"));
let database: TestDatabase;
let counted: Counted;
let stores: Stores;
let world: World;

beforeAll(async () => {
  database = await freshDatabase(inject("postgres18"));
  counted = await countMessages(Number(new URL(database.url).port));
  const url = database.url.replace(/:\d+\//, `:${counted.port}/`);
  const keys = { file: path.join(folder, "master.key") };
  // One connection, so that its prepared statements are known after the first use.
  stores = must(await createStores({ url, keys, recordingsFolder: folder, answerTimeoutMs: 20_000, connections: 1 }));
  const intruder = { rewriteProof: noHand, eraseProof: noHand, flipRecordingBit: noHand };
  world = { ...stores, intruder };
});
afterAll(async () => {
  await stores.close();
  counted.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test("a lend is one message to the database and one round trip", async () => {
  const shop = await seedShop(world);
  await lendTo(shop, "ann", at("10:00"));
  const before = counted.messages();

  const how = await lendTo(shop, "bob", at("10:00"));

  expect(how).toBe("free");
  expect(counted.messages() - before).toBe(1);
});

test("heartbeats that come together are one message to the database, and each of their visits hears for itself", async () => {
  const shop = await seedShop(world, { slices: Array(5).fill("any") });
  const names = ["ann", "bob", "cid", "dot", "eve"];
  for (const name of names) await lendTo(shop, name, at("10:00"));
  const beat = (name: string) =>
    stores.pools.renew(shop.account, { visit: anId(name), now: at("10:01"), until: at("10:06"), onlyIfFirm: true });
  await beat("ann");
  const before = counted.messages();

  const held = await Promise.all([...names, "nobody"].map(beat));

  expect(held).toEqual([true, true, true, true, true, false]);
  expect(counted.messages() - before).toBe(1);
});

test("leases change in place: no index is touched, however often they are lent and renewed", async () => {
  const shop = await seedShop(world, { slices: Array(10).fill("any") });
  for (let nth = 0; nth < 200; nth += 1) {
    const now = after(at("00:00"), nth * minute);
    await lendTo(shop, `visit ${nth}`, now);
    await stores.pools.renew(shop.account, { visit: anId(`visit ${nth}`), now, until: after(now, 5 * minute) });
  }
  const sql = postgres(database.superuserUrl, { max: 1 });
  await stores.close();
  // A server process counts what it did when it ends, which is a moment after its client left.
  while (
    (await sql`select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`).length
  )
    continue;
  const [updates] = await sql<{ readonly all: number; readonly hot: number }[]>`
    select n_tup_upd::int as all, n_tup_hot_upd::int as hot from pg_stat_all_tables
    where relid = 'ringtrail.leases'::regclass`;
  await sql.end();

  expect(updates?.all).toBeGreaterThanOrEqual(400);
  // With an index on the holder or the end it would be none of them. A page can be full for a moment while somebody
  // else on this server keeps old rows visible, so some may move.
  expect(updates?.hot).toBeGreaterThan(0.5 * (updates?.all ?? 0));
});

async function lendTo(shop: Shop, name: string, now: Instant): Promise<string | undefined> {
  const id = anId<VisitId>(name);
  const visit = aVisit({
    id,
    visitor: anId(`visitor ${name}`),
    site: shop.site,
    page: { path: "/", title: "", at: now },
  });
  const [lent] = await stores.pools.lend(shop.account, visit, [planFor(shop, now, { id })]);
  return lent?.how;
}

interface Counted {
  readonly port: number;
  readonly messages: () => number;
  readonly close: () => void;
}

/** Stands between the stores and the database and counts what is sent to it. */
async function countMessages(to: number): Promise<Counted> {
  let messages = 0;
  const server = createServer((client) => {
    const upstream = connect(to, "127.0.0.1");
    client.on("data", (bytes) => {
      messages += 1;
      upstream.write(bytes);
    });
    upstream.pipe(client);
    client.on("close", () => upstream.destroy()).on("error", () => upstream.destroy());
    upstream.on("close", () => client.destroy()).on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, messages: () => messages, close: () => server.close() };
}

const noHand = () => Promise.resolve();
