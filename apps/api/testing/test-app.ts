import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Hono } from "hono";
import {
  aClock,
  at,
  memoryWorld,
  seedShop,
  type FixedClock,
  type Shop,
  type ShopOptions,
  type World,
} from "@ringtrail/core/testing";
import { err } from "@ringtrail/core";
import { carrierFor } from "@ringtrail/telephony";
import { onTestFinished } from "vitest";
import type { AppEnv } from "../src/app-env.ts";
import { createApp } from "../src/app.ts";
import { makeBackground } from "../src/background.ts";
import type { Deps } from "../src/deps.ts";
import { openOverrideBook } from "../src/law/override-book.ts";
import { memoryBus } from "../src/live/memory-bus.ts";
import { makeLog } from "../src/make-log.ts";
import { newId } from "../src/new-id.ts";
import { deriveSecrets } from "../src/secrets.ts";
import { headerPlaces } from "../src/places/header-places.ts";
import { openSnapshot } from "../src/survival/route-snapshot.ts";
import { openSpool } from "../src/survival/spool.ts";
import { memoryQueue, type MemoryQueue } from "./memory-queue.ts";

/** The app on memory stores, with a shop in it. */
export interface TestApp {
  readonly app: Hono<AppEnv>;
  readonly deps: Deps;
  readonly world: World;
  readonly shop: Shop;
  readonly clock: FixedClock;
  readonly jobs: MemoryQueue;
  /** Every line that was logged. */
  readonly logged: readonly string[];
  readonly folder: string;
}

/** A page of the seeded shop's site, and an ordinary browser. */
export const pageOrigin = "https://plumber.example";
export const browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/149.0.0.0 Safari/537.36";

/** Builds the app for one test. `over` replaces parts of what it needs. */
export async function aTestApp(
  options: ShopOptions = {},
  over: (deps: Deps) => Partial<Deps> = () => ({}),
): Promise<TestApp> {
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-app-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const world = memoryWorld();
  const shop = await seedShop(world, options);
  const clock = aClock(at("10:00"));
  const logged: string[] = [];
  const log = makeLog("debug", { write: (line) => logged.push(line) });
  const secrets = deriveSecrets(new Uint8Array(32));
  const snapshot = await openSnapshot(world.directory, folder, secrets.spool);
  await snapshot.refresh();
  const jobs = memoryQueue();
  const base: Deps = {
    ...world,
    send: async () => err({ code: "name_unknown" }),
    now: clock.now,
    newId,
    log,
    secrets,
    snapshot,
    jobs,
    carrierFor,
    server: {
      version: "1.2.3",
      publicUrl: "https://calls.example",
      fallbackUrl: "https://static.example",
      trustedProxies: [],
      dataFolder: folder,
      served: { snippet: undefined, console: undefined, demo: undefined, merchant: undefined },
      mayReachPrivate: false,
    },
    live: memoryBus(clock.now, newId),
    background: makeBackground(log),
    spool: await openSpool(folder, secrets.spool, "test", log),
    law: undefined,
    overrides: openOverrideBook(folder, async () => {}),
    places: headerPlaces,
    shopify: undefined,
    isDatabaseUp: async () => true,
    pbxs: () => [],
    authDatabase: undefined,
  };
  const deps = { ...base, ...over(base) };
  return { app: createApp(deps), deps, world, shop, clock, jobs, logged, folder };
}
