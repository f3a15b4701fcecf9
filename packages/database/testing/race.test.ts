import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { minute, type PoolId } from "@ringtrail/core";
import type { NumberPool } from "@ringtrail/core/number-pool";
import { at, seedShop } from "@ringtrail/core/testing";
import postgres, { type Sql } from "postgres";
import { describe, expect, inject, test } from "vitest";
import { createStores } from "../src/create-stores.ts";
import type { RaceLine } from "./race-worker.ts";
import { startRaceWorker } from "./run-race.ts";
import { freshDatabase, must, type TestCluster } from "./test-cluster.ts";

const processes = 8;
/** Of each process; six at once, so that some share a transaction. */
const visits = 80;

const clusters = [
  ["PostgreSQL 18", inject("postgres18")],
  ["PostgreSQL 15", inject("postgres15")],
] as const;
const present = clusters.flatMap(([name, cluster]) => (cluster === undefined ? [] : [{ name, cluster }]));

describe.each(present)("eight server processes on one exclusive and one shared pool, $name", ({ cluster }) => {
  test("never lend one number of the exclusive pool to two live visits, share only when none is left, and every visit knows what it was shown", async () => {
    const race = await runRace(cluster);
    const { exclusive, shared } = race;

    expect(race.failures).toEqual([]);
    expect(exclusive.length + shared.length).toBe(2 * processes * visits);
    // The race is one: without scarcity there is nothing to get wrong.
    expect(exclusive.filter(({ how }) => how === "own").length).toBeGreaterThan(0);
    expect(shared.filter(({ how }) => how === "shared").length).toBeGreaterThan(0);
    expect(exclusive.filter(({ how }) => how === "resting").length).toBeGreaterThan(0);
    expect(exclusive.some(({ how }) => how === "shared")).toBe(false);
    expect(await race.overlaps()).toBe("none");
    expect(await race.unknownToTheirVisit()).toEqual([]);
    expect(sharedTooEarly(shared, race.sharedNumbers)).toEqual([]);
    await race.close();
  }, 300_000);
});

async function runRace(cluster: TestCluster) {
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-race-"));
  const keys = { file: path.join(folder, "master.key") };
  const database = await freshDatabase(cluster);
  const stores = must(
    await createStores({ url: database.url, keys, recordingsFolder: folder, answerTimeoutMs: 20_000 }),
  );
  const intruder = { rewriteProof: noHand, eraseProof: noHand, flipRecordingBit: noHand };
  const shop = await seedShop({ ...stores, intruder }, { slices: Array(6).fill("any"), exclusive: true });
  const { account, connection, site, target } = shop;
  const lengths = { provisionalMs: 30, graceMs: minute, restMs: minute };
  const second = await stores.accounts.savePool(account, { site, target, name: "B", exclusive: false, ...lengths });
  const e164s = shop.numbers.map(({ e164 }) => `${e164.slice(0, -1)}${Number(e164.at(-1)) + 4}` as typeof e164);
  for (const e164 of e164s.slice(0, 5)) {
    const slice = "any";
    await stores.accounts.saveNumber(account, { e164, connection, site, target, role: "pool", pool: second, slice });
  }
  const pools = (await stores.pools.poolsOf(account)).map((pool): NumberPool => ({ ...pool, ...lengths }));
  const orders = { url: database.url, keyFile: keys.file, account, site, pools, visits, atOnce: 6 };
  const workers = Array.from({ length: processes }, () => startRaceWorker(orders));
  const ends = await Promise.all(workers.map(({ ended }) => ended));
  const states = await stores.pools.states(account, at("10:00"));
  const sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  const lines = workers.flatMap((worker) => worker.lines);
  const inPool = (id: PoolId) => lines.filter(({ pool }) => pool === id);
  return {
    failures: ends.filter(({ code }) => code !== 0),
    exclusive: inPool(shop.pool.id),
    shared: inPool(second),
    sharedNumbers: states.filter(({ pool }) => pool === second).map(({ number }) => number),
    overlaps: () => findOverlap(sql, inPool(shop.pool.id)),
    unknownToTheirVisit: () => findUnknown(sql, lines),
    close: async () => {
      await Promise.all([stores.close(), sql.end()]);
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const noHand = () => Promise.resolve();

/** Lets PostgreSQL itself judge: two leases of one number whose times overlap cannot both be written. */
async function findOverlap(sql: Sql, lines: readonly RaceLine[]): Promise<string> {
  await sql`create extension if not exists btree_gist`;
  await sql`create table history (number uuid, held tstzrange, exclude using gist (number with =, held with &&))`;
  const held = lines.filter(({ number }) => number !== undefined);
  try {
    await sql`insert into history
      select (e ->> 'number')::uuid,
             tstzrange(ringtrail.moment((e ->> 'now')::float8), ringtrail.moment((e ->> 'until')::float8))
      from jsonb_array_elements(${sql.json(held.map(({ number, now, until }) => ({ number: number ?? "", now, until: until ?? 0 })))}) e`;
    return "none";
  } catch (error) {
    return String(error);
  }
}

/** The answers that a visit was given and has not written down: how it came by its number, and which it was. */
async function findUnknown(sql: Sql, lines: readonly RaceLine[]): Promise<readonly unknown[]> {
  const answers = lines.map(({ visit, pool, how, number = null }) => ({ visit, pool, how, number }));
  return sql`
    select a.* from jsonb_to_recordset(${sql.json(answers)}) a (visit uuid, pool uuid, how text, number uuid)
    where (select count(*) from ringtrail.impressions i
           where i.visit_id = a.visit and i.pool_id = a.pool and i.how = a.how
             and i.number_id is not distinct from a.number) <> 1`;
}

/**
 * The shares that were given while a number was left. A number is not left when it was lent before the share's answer
 * was heard, until later than the share's own time.
 */
function sharedTooEarly(lines: readonly RaceLine[], numbers: readonly string[]): readonly RaceLine[] {
  const lent = lines.filter(({ how }) => how === "free" || how === "resting" || how === "kept");
  const isTaken = (number: string, { now, heardAt }: RaceLine) =>
    lent.some((lease) => lease.number === number && lease.sentAt <= heardAt && (lease.until ?? 0) > now);
  return lines.filter((line) => line.how === "shared" && !numbers.every((number) => isTaken(number, line)));
}
