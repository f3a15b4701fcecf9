import path from "node:path";
import { instant } from "@ringtrail/core";
import { carrierFor } from "@ringtrail/telephony";
import { createApp } from "./app.ts";
import { makeBackground } from "./background.ts";
import type { Deps } from "./deps.ts";
import { waysOut } from "./destinations/ways-out.ts";
import { startDelivering } from "./destinations/start-delivering.ts";
import type { Settings } from "./env.ts";
import { allRounds } from "./jobs/all-rounds.ts";
import { startQueue } from "./jobs/start-queue.ts";
import { listen, type Listener } from "./listen.ts";
import { notifyBus } from "./live/notify-bus.ts";
import { keepLaw } from "./law/keep-law.ts";
import type { Log } from "./log.ts";
import { makeLog } from "./make-log.ts";
import { newId } from "./new-id.ts";
import { watchPbxs } from "./pbx/watch-pbxs.ts";
import { openPlaces } from "./places/open-places.ts";
import { openStorage, type Progress, type Storage } from "./open-storage.ts";
import { deriveSecrets } from "./secrets.ts";
import { serverFacts } from "./server-facts.ts";
import { openShopify } from "./shopify/open-shopify.ts";
import { askDatabase } from "./survival/ask-database.ts";
import { stopInTurn, type StopStep } from "./stop-in-turn.ts";
import { startHealing } from "./survival/heal-calls.ts";
import { keepFallbackFiles } from "./survival/keep-fallback-files.ts";
import { openSnapshot } from "./survival/route-snapshot.ts";
import { openSpool } from "./survival/spool.ts";
import { storeRecording } from "./workflows/store-recording.ts";

/** A server that answers. */
export interface RunningServer {
  /** Where it listens: `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Where the world reaches it. */
  readonly publicUrl: string;
  /** Set when the wanted port was taken: the one that was wanted. */
  readonly portTaken: number | undefined;
  /** For commands that run in the server's own process: seed, owner link. */
  readonly deps: Deps;
  /** Stops taking requests, finishes the open ones, stops jobs and the database. A second call waits for the first. */
  stop(): Promise<void>;
}

/** How long open requests may take when the server stops, and how long any of its parts may. */
const [graceMs, longestStepMs] = [3_000, 6_000] as const;

/**
 * Starts the server: port, database, migrations, keys, jobs, then the doors.
 *
 * @param progress is told each step that takes time.
 * @throws StartFailure with a permanent code and what to do, before any harm is done.
 */
export async function startServer(settings: Settings, progress: Progress = () => undefined): Promise<RunningServer> {
  const log = makeLog(settings.logLevel);
  const listener = await listen(settings.host, settings.port);
  try {
    const storage = await openStorage(settings, progress);
    try {
      return await openDoors({ settings, log, listener, storage });
    } catch (error) {
      await storage.close();
      throw error;
    }
  } catch (error) {
    await listener.close(0);
    throw error;
  }
}

interface Ground {
  readonly settings: Settings;
  readonly log: Log;
  readonly listener: Listener;
  readonly storage: Storage;
}

async function openDoors({ settings, log, listener, storage }: Ground): Promise<RunningServer> {
  const shown = settings.host === "0.0.0.0" || settings.host === "::" ? "127.0.0.1" : settings.host;
  const url = `http://${shown.includes(":") ? `[${shown}]` : shown}:${listener.port}`;
  const publicUrl = settings.publicUrl ?? url;
  const { stores, queue } = storage;
  const now = () => instant(Date.now());
  const secrets = deriveSecrets(stores.masterKey);
  const survival = path.join(settings.dataFolder, "survival");
  const { bus, stop: stopBus } = await notifyBus(stores.sql, now, newId, log);
  const snapshot = await openSnapshot(stores.directory, survival, secrets.spool);
  await snapshot.refresh();
  const jobs = await startQueue({ database: queue, log });
  const law = await keepLaw(settings.dataFolder, log);
  const pbxs = watchPbxs({ snapshot, carrierFor, now, log }, { everyMs: 30_000 });
  const places = await openPlaces(settings.placesFile, law.current().rules, log);
  const out = waysOut(settings);
  const deps: Deps = {
    ...stores,
    ...out.ways,
    now,
    newId,
    log,
    secrets,
    snapshot,
    jobs,
    carrierFor,
    server: serverFacts(settings, publicUrl),
    live: bus,
    background: makeBackground(log),
    spool: await openSpool(survival, secrets.spool, newId(), log),
    // Asked anew by every call: an owner's law may change while the server runs.
    get law() {
      return law.current().rules;
    },
    get lawRefused() {
      return law.current().refused;
    },
    overrides: law.overrides,
    places,
    shopify: openShopify(settings.shopify),
    isDatabaseUp: askDatabase(stores.ping, 1_000),
    pbxs: pbxs.sights,
  };
  storage.keepAlive(log);
  await jobs.work((job) => storeRecording(deps, job));
  for (const round of allRounds(deps)) await jobs.keepRound(round);
  const stopDelivering = await startDelivering(deps, stores.sql);
  const keepFiles = keepFallbackFiles(settings.fallbackFolder, snapshot);
  await keepFiles();
  const stopHealing = startHealing(deps, 2_000, keepFiles);
  const app = createApp(deps);
  listener.answerWith((request, env) => app.fetch(request, env));
  log.info({ port: listener.port, version: deps.server.version }, "listening");
  const steps: readonly StopStep[] = [
    ["doors", () => listener.close(graceMs)],
    ["deliveries", stopDelivering],
    ["ways out", out.close],
    ["work behind answers", deps.background.settled],
    ["healing", stopHealing],
    ["law", law.start(2_000)],
    ["jobs", jobs.stop],
    ["live news", stopBus],
    ["places", async () => places.stop()],
    ["watch of PBXs", async () => pbxs.stop()],
    ["database", storage.close],
  ];
  let stopping: Promise<void> | undefined;
  const portTaken = settings.port !== 0 && settings.port !== listener.port ? settings.port : undefined;
  return { url, publicUrl, portTaken, deps, stop: () => (stopping ??= stopInTurn(steps, longestStepMs, log)) };
}
