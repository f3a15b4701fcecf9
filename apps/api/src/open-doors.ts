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
import type { Listener } from "./listen.ts";
import { notifyBus } from "./live/notify-bus.ts";
import { keepLaw } from "./law/keep-law.ts";
import type { Log } from "./log.ts";
import { newId } from "./new-id.ts";
import { watchPbxs } from "./pbx/watch-pbxs.ts";
import { openPlaces } from "./places/open-places.ts";
import type { Storage } from "./open-storage.ts";
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
import type { RunningServer } from "./main.ts";
import { StartFailure } from "./start-failure.ts";

interface Ground {
  readonly settings: Settings;
  readonly log: Log;
  readonly listener: Listener;
  readonly storage: Storage;
}

/** How long open requests may take when the server stops, and how long any of its parts may. */
const [graceMs, longestStepMs] = [3_000, 6_000] as const;

/** Opens everything that works behind the doors, then the doors. What was opened is stopped when the rest fails. */
export async function openDoors(ground: Ground): Promise<RunningServer> {
  const opened: StopStep[] = [];
  try {
    return await openInTurn(ground, opened);
  } catch (error) {
    await stopInTurn(opened.toReversed(), longestStepMs, ground.log);
    throw error;
  }
}

async function openInTurn({ settings, log, listener, storage }: Ground, opened: StopStep[]): Promise<RunningServer> {
  const shown = settings.host === "0.0.0.0" || settings.host === "::" ? "127.0.0.1" : settings.host;
  const url = `http://${shown.includes(":") ? `[${shown}]` : shown}:${listener.port}`;
  const publicUrl = settings.publicUrl ?? url;
  const { stores, queue } = storage;
  const now = () => instant(Date.now());
  const secrets = deriveSecrets(stores.masterKey);
  const survival = path.join(settings.dataFolder, "survival");
  const { bus, stop: stopBus } = await notifyBus(stores.sql, now, newId, log);
  opened.push(["live news", stopBus]);
  const snapshot = await openSnapshot(stores.directory, survival, secrets.spool);
  await snapshot.refresh();
  const jobs = await startQueue({ database: queue, log });
  opened.push(["jobs", jobs.stop]);
  const law = await keepLaw(settings.dataFolder, log);
  const pbxs = watchPbxs({ snapshot, carrierFor, now, log }, { everyMs: 30_000 });
  opened.push(["watch of PBXs", async () => pbxs.stop()]);
  const places = await openPlaces(settings.placesFile, law.current().rules, log);
  opened.push(["places", async () => places.stop()]);
  const out = waysOut(settings);
  opened.push(["ways out", out.close]);
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
  opened.push(["deliveries", await startDelivering(deps, stores.sql)]);
  const keepFiles = keepFallbackFiles(settings.fallbackFolder, snapshot);
  await keepFiles().catch(() => {
    const fix = "Give it to the user who starts Ringtrail, or choose another folder with FALLBACK_FOLDER.";
    throw new StartFailure("fallback_folder_not_writable", `${settings.fallbackFolder} may not be written.`, fix);
  });
  const stopHealing = startHealing(deps, 2_000, keepFiles);
  const app = createApp(deps);
  listener.answerWith((request, env) => app.fetch(request, env));
  log.info({ port: listener.port, version: deps.server.version }, "listening");
  opened.push(["law", law.start(2_000)], ["healing", stopHealing], ["work behind answers", deps.background.settled]);
  const steps: readonly StopStep[] = [
    ["doors", () => listener.close(graceMs)],
    ...opened.toReversed(),
    ["database", storage.close],
  ];
  let stopping: Promise<void> | undefined;
  const portTaken = settings.port !== 0 && settings.port !== listener.port ? settings.port : undefined;
  return { url, publicUrl, portTaken, deps, stop: () => (stopping ??= stopInTurn(steps, longestStepMs, log)) };
}
