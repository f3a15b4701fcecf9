import { mkdtempSync, rmSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { Phi, type RecordingId } from "@ringtrail/core";
import { aCall, anId, aNumber, at, noIntruder, seedShop, type Shop } from "@ringtrail/core/testing";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { createStores, type Stores } from "../create-stores.ts";
import { freshDatabase, must } from "../../testing/test-cluster.ts";
import { keyLifeMs } from "./open-keys.ts";

/** Two accounts with a caller and a recording each, and a way to open the same database as another server does. */
async function twoShops() {
  const database = await freshDatabase(inject("postgres18"));
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-shred-"));
  const keys = { file: path.join(folder, "master.key") };
  const open = async (): Promise<Stores> => {
    const stores = must(
      await createStores({
        url: database.url,
        keys,
        recordingsFolder: path.join(folder, "sounds"),
        answerTimeoutMs: 20_000,
      }),
    );
    onTestFinished(() => stores.close());
    return stores;
  };
  onTestFinished(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const stores = await open();
  const world = { ...stores, intruder: noIntruder };
  const [gone, stays] = [await seedShop(world), await seedShop(world)];
  for (const shop of [gone, stays]) await aHeardCall(stores, shop);
  return { stores, open, gone, stays };
}

const callOf = ({ account }: Shop) => anId<ReturnType<typeof aCall>["id"]>(`call of ${account}`);
const soundOf = ({ account }: Shop): RecordingId => anId(`recording of ${account}`);

async function aHeardCall({ calls, care, vault }: Stores, shop: Shop): Promise<void> {
  const { account, connection, site, source } = shop;
  const call = aCall({ id: callOf(shop), connection, site, number: source.id, carrierRef: "heard" });
  await calls.ring(account, call);
  await care.saveCaller(account, call.id, { number: Phi.seal(aNumber()), name: undefined }, at("10:00"));
  const sound = async function* () {
    yield randomBytes(100_000);
  };
  await vault.put(account, soundOf(shop), sound());
}

/** What of a shop can be read: its caller, its recording, its carrier's secret. */
async function read({ care, vault, directory }: Stores, shop: Shop): Promise<readonly boolean[]> {
  const play = async () => {
    for await (const part of vault.read(shop.account, soundOf(shop), 0, 9)) return part.length === 10;
    return false;
  };
  const asked = [
    async () => (await care.caller(shop.account, callOf(shop)))?.number !== undefined,
    play,
    async () => (await directory.connectionById(shop.connection))?.secret !== undefined,
  ];
  return Promise.all(asked.map((ask) => ask().catch(() => false)));
}

test("a shredded account opens for nobody: not here, not on another server, not on one that runs; others stay", async () => {
  const { stores, open, gone, stays } = await twoShops();
  const running = await open();
  expect(await read(running, gone)).toEqual([true, true, true]);

  expect(must(await stores.shredAccount(gone.account))).toEqual({ keys: 3 });

  const later = performance.now() + keyLifeMs + 1;
  vi.spyOn(performance, "now").mockReturnValue(later);
  onTestFinished(() => void vi.restoreAllMocks());
  for (const server of [stores, running, await open()]) {
    expect(await read(server, gone)).toEqual([false, false, false]);
    expect(await read(server, stays)).toEqual([true, true, true]);
  }
});
