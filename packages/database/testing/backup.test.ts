import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { Phi, type CallId } from "@ringtrail/core";
import {
  aCall,
  anId,
  aNumber,
  aProof,
  at,
  aVisit,
  noIntruder,
  planFor,
  seedShop,
  type Shop,
} from "@ringtrail/core/testing";
import { createStores, type Stores } from "../src/create-stores.ts";
import { readTables } from "../src/backup/read-tables.ts";
import { writeTables } from "../src/backup/write-tables.ts";
import { freshDatabase, must, type TestDatabase } from "./test-cluster.ts";

const postgres15 = inject("postgres15");
const base = mkdtempSync(path.join(tmpdir(), "ringtrail-backup-"));
const keys = { file: path.join(base, "master.key") };
const recordingsFolder = path.join(base, "recordings");
const made: TestDatabase[] = [];
const opened: Stores[] = [];
const call = anId<CallId>("a call");
let url = "";
let shops: readonly Shop[] = [];
let folders = 0;

async function openStores(on: string): Promise<Stores> {
  const stores = must(await createStores({ url: on, keys, recordingsFolder, answerTimeoutMs: 20_000 }));
  opened.push(stores);
  return stores;
}

async function anEmptyDatabase(cluster = inject("postgres18")): Promise<string> {
  const database = await freshDatabase(cluster);
  made.push(database);
  return database.url;
}

async function aBackup(of: string) {
  const folder = mkdtempSync(path.join(base, `backup-${(folders += 1)}-`));
  return { folder, manifest: await writeTables(of, folder) };
}

beforeAll(async () => {
  url = await anEmptyDatabase();
  const stores = await openStores(url);
  const world = { ...stores, intruder: noIntruder };
  shops = [await seedShop(world), await seedShop(world)];
  for (const [nth, { account, ...owner }] of shops.entries()) {
    const place = { connection: owner.connection, number: owner.source.id, site: owner.site };
    await stores.calls.ring(account, aCall({ ...place, id: call, carrierRef: `CA${nth}` }));
    const number = Phi.seal(aNumber(`+1415555111${nth}`));
    await stores.care.saveCaller(account, call, { number, name: Phi.seal("Ann\tO'\\Hara\n") }, at("10:00"));
    await stores.proofs.append(account, { ...aProof(), call });
    const visit = aVisit({ id: anId(`visit ${nth}`), site: owner.site });
    await stores.pools.lend(account, visit, [planFor({ account, ...owner }, at("10:00"), { id: visit.id })]);
  }
});
afterAll(async () => {
  for (const stores of opened) await stores.close();
  for (const database of made) await database.drop();
  rmSync(base, { recursive: true, force: true });
});

const targets = [
  ["PostgreSQL 18", inject("postgres18")] as const,
  ...(postgres15 === undefined ? [] : [["PostgreSQL 15", postgres15] as const]),
];

describe.each(targets)("a backup of PostgreSQL 18, restored into %s", (_name, cluster) => {
  test("holds every row of every account, sealed values open again, and another backup is the same, byte for byte", async () => {
    const { folder, manifest } = await aBackup(url);
    const target = await anEmptyDatabase(cluster);

    expect(await readTables(target, folder, manifest)).toMatchObject({ ok: true });

    const stores = await openStores(target);
    for (const [nth, { account }] of shops.entries()) {
      const caller = await stores.care.caller(account, call);
      expect(caller?.number && Phi.reveal(caller.number, "care-screen")).toBe(`+1415555111${nth}`);
      expect(await stores.proofs.firstBroken(account)).toBeUndefined();
    }
    const again = await aBackup(target);
    expect(again.manifest).toEqual(manifest);
    expect(manifest.tables.find(({ name }) => name === "ringtrail.calls")?.rows).toBe(2);
  });

  test("rows written after a restore go on counting, and row security holds as before", async () => {
    const { folder, manifest } = await aBackup(url);
    const target = await anEmptyDatabase(cluster);
    must(await readTables(target, folder, manifest));
    const stores = await openStores(target);
    const [shop] = shops;
    if (shop === undefined) throw new Error("no shop");

    const ended = { kind: "ended", at: at("10:05"), key: "z", end: "answered", lengthMs: 9 } as const;
    expect(await stores.calls.append(shop.account, call, ended)).toMatchObject({ isNew: true });

    const owner = postgres(target, { max: 1 });
    expect(await owner`select from ringtrail.calls`).toHaveLength(0);
    await owner.end();
  });
});

test("a used database, a damaged file and a backup of another version are refused, and nothing is changed", async () => {
  const { folder, manifest } = await aBackup(url);
  const target = await anEmptyDatabase();
  const file = path.join(folder, "tables/ringtrail.calls.copy");
  const whole = readFileSync(file);

  expect(await readTables(url, folder, manifest)).toMatchObject({ reason: { code: "restore_into_used_database" } });
  expect(await readTables(target, folder, { ...manifest, migrations: manifest.migrations - 1 })).toMatchObject({
    reason: { code: "backup_of_another_version" },
  });
  writeFileSync(file, whole.subarray(1));
  expect(await readTables(target, folder, manifest)).toMatchObject({
    reason: { code: "backup_file_damaged", about: "tables/ringtrail.calls.copy" },
  });
  writeFileSync(file, whole);
  expect(await readTables(target, folder, manifest)).toMatchObject({ ok: true });
});
