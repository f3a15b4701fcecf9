import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { after, instant, minute } from "@ringtrail/core";
import { seedShop } from "@ringtrail/core/testing";
import { createStores, makeId } from "@ringtrail/database";
import { must } from "@ringtrail/database/testing";
import { expect, onTestFinished, test, vi } from "vitest";
import { aDatabase } from "../../testing/a-database.ts";
import { aFolder } from "../../testing/a-running-server.ts";
import { anAdCall } from "../../testing/an-ad-call.ts";

// Each command is a process of its own, and a busy machine runs many.
vi.setConfig({ testTimeout: 240_000 });

const program = fileURLToPath(new URL("../../bin/ringtrail.mjs", import.meta.url));

test("a file is marked as uploaded, and what changes later is in the file of adjustments and nowhere else", async () => {
  const { url } = await aDatabase();
  const dataFolder = aFolder();
  const keys = { file: path.join(dataFolder, "keys", "master.key") };
  const recordingsFolder = path.join(dataFolder, "recordings");
  const stores = must(await createStores({ url, keys, recordingsFolder, answerTimeoutMs: 20_000 }));
  onTestFinished(() => stores.close());
  const shop = await seedShop(stores as never);
  const clock = { now: () => after(instant(Date.now()), -5 * minute) };
  const call = await anAdCall({ deps: { ...stores, newId: makeId }, shop, clock } as never, "one");
  const run = (...args: readonly string[]) => {
    const env = { ...process.env, DATABASE_URL: url, DATA_FOLDER: dataFolder };
    const words = [program, "export", "conversions", "--for", "google-ads", "--name", "Phone call", ...args];
    return spawnSync(process.execPath, words, { encoding: "utf8", env });
  };
  const file = path.join(aFolder(), "google.csv");

  const first = run("--out", file, "--mark");
  await stores.money.setValue(shop.account, call, { micros: 70_000_000, currency: "USD" }, clock.now());
  const changed = run("--adjustments", "--mark");
  const nothing = run("--adjustments");

  expect([first.status, first.stderr.includes("Error")]).toEqual([0, false]);
  expect(readFileSync(file, "utf8")).toContain("click one,Phone call,");
  expect(changed.stdout).toMatch(/\r\n[0-9a-f]{32},Phone call,[^,]+,RESTATE,70\.00,USD\r\n$/);
  expect(nothing.stdout.trim().split("\r\n")).toHaveLength(2);
  expect(run("--least", "much")).toMatchObject({ status: 1, stderr: expect.stringContaining("option_malformed") });
});
