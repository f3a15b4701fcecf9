import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { memoryWorld, seedShop } from "@ringtrail/core/testing";
import { expect, onTestFinished, test } from "vitest";
import { openSnapshot } from "./route-snapshot.ts";

const key = new Uint8Array(32).fill(5);

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-routes-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const gone = {
  allRoutes: () => Promise.reject(Object.assign(new Error("away"), { code: "ECONNREFUSED" })),
  connectionById: () => Promise.reject(Object.assign(new Error("away"), { code: "ECONNREFUSED" })),
};

test("a server that starts without a database knows the routes and keys of the one before it", async () => {
  const folder = aFolder();
  const world = memoryWorld();
  const shop = await seedShop(world);
  await (await openSnapshot(world.directory, folder, key)).refresh();

  const later = await openSnapshot(gone, folder, key);

  expect(later.route(shop.connection, shop.source.e164)?.flow.destination).toBe("+14155550199");
  expect(later.connection(shop.connection)?.account).toBe(shop.account);
  expect(later.routes()).toHaveLength(3);
});

test("a refresh that fails leaves what was known", async () => {
  const world = memoryWorld();
  const shop = await seedShop(world);
  const folder = aFolder();
  await (await openSnapshot(world.directory, folder, key)).refresh();
  const snapshot = await openSnapshot(gone, folder, key);

  await expect(snapshot.refresh()).rejects.toThrow("away");

  expect(snapshot.route(shop.connection, shop.source.e164)).toBeDefined();
});

test("a change is seen after the next refresh", async () => {
  const world = memoryWorld();
  const snapshot = await openSnapshot(world.directory, aFolder(), key);
  const shop = await seedShop(world);
  expect(snapshot.route(shop.connection, shop.source.e164)).toBeUndefined();

  await snapshot.refresh();

  expect(snapshot.route(shop.connection, shop.source.e164)?.number).toBe(shop.source.id);
});

test("the file holds carriers' secrets sealed, and another key reads an empty snapshot", async () => {
  const folder = aFolder();
  const world = memoryWorld();
  const shop = await seedShop(world);
  await (await openSnapshot(world.directory, folder, key)).refresh();

  expect(readFileSync(path.join(folder, "routes.sealed"), "utf8")).not.toContain("secret");
  const other = await openSnapshot(world.directory, folder, new Uint8Array(32));
  expect(other.connection(shop.connection)).toBeUndefined();
});
