import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { hour, minute } from "@ringtrail/core";
import { seedShop } from "@ringtrail/core/testing";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { createStores } from "../src/create-stores.ts";
import { startEmbedded } from "../src/embedded/index.ts";
import { isAlive } from "../src/embedded/read-server-process.ts";
import { migrate } from "../src/migrate.ts";
import { startRaceWorker } from "./run-race.ts";
import { must } from "./test-cluster.ts";

const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-crash-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("kill -9 of the database while two servers lend loses no acknowledged lease and lends none twice", async () => {
  const keys = { file: path.join(folder, "master.key") };
  const first = must(await startEmbedded({ folder: path.join(folder, "postgres") }));
  must(await migrate(first.url));
  const stores = must(await createStores({ url: first.url, keys, recordingsFolder: folder, answerTimeoutMs: 20_000 }));
  const intruder = { rewriteProof: noHand, eraseProof: noHand, flipRecordingBit: noHand };
  const shop = await seedShop({ ...stores, intruder }, { slices: Array(400).fill("any"), exclusive: true });
  await stores.close();
  const { account, site } = shop;
  // A lease outlives the test: each number is lent at most once, so every acknowledged lease must still stand.
  const pools = [{ ...shop.pool, provisionalMs: hour, graceMs: hour, restMs: minute }];
  const orders = { url: first.url, keyFile: keys.file, account, site, pools, visits: 10_000, atOnce: 4 };
  const workers = [startRaceWorker(orders), startRaceWorker(orders)];
  const acknowledged = () => workers.flatMap(({ lines }) => lines).filter(({ number }) => number !== undefined);
  let early: string | undefined;
  for (const worker of workers) void worker.ended.then(({ words }) => (early = words));
  while (acknowledged().length < 60 && early === undefined) await wait(1);
  expect(early).toBeUndefined();
  process.kill(first.pid, "SIGKILL");
  await Promise.all(workers.map(({ ended }) => ended));
  while (isAlive(first.pid)) await wait(5);

  const second = must(await startEmbedded({ folder: path.join(folder, "postgres") }));
  const sql = postgres(second.superuserUrl.replace(/\/postgres$/, "/ringtrail"), { max: 1 });
  const kept = await sql<{ readonly visit: string; readonly number: string }[]>`
    select visit_id as visit, number_id as number from ringtrail.leases where visit_id is not null`;
  const shown = await sql<{ readonly visit: string; readonly number: string }[]>`
    select visit_id as visit, number_id as number from ringtrail.impressions where number_id is not null`;
  await sql.end();
  await second.stop();

  const told = acknowledged().map(({ visit, number }) => ({ visit, number: number ?? "" }));
  expect(told.length).toBeGreaterThanOrEqual(60);
  expect(told.length).toBeLessThan(400);
  expect(kept).toEqual(expect.arrayContaining(told));
  expect(shown).toEqual(expect.arrayContaining(told));
  expect(new Set(told.map(({ number }) => number)).size).toBe(told.length);
}, 120_000);

const noHand = () => Promise.resolve();
