import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { instant } from "@ringtrail/core";
import { shortWords, type Words } from "@ringtrail/core/call-flow";
import { createStores, type Stores } from "@ringtrail/database";
import { must } from "@ringtrail/database/testing";
import { printConfig, soundName, usualSetup } from "@ringtrail/telephony/asterisk";
import type { Engine } from "./debian/bring-engine.ts";
import { startOwnDatabase, type OwnDatabase } from "./own-database.ts";
import { startRelay } from "./relay.ts";
import { announcement, ariUser, greeting, numbers, seedBusiness, type Business } from "./seed-business.ts";
import { tone, ulawTone, voices } from "./sound/tones.ts";
import { wavOf } from "./sound/wav-of.ts";
import {
  addresses,
  chooseAsteriskPlace,
  startAsterisk,
  type AsteriskPlace,
  type RunningAsterisk,
} from "./start-asterisk.ts";
import { steadyPort } from "./steady-port.ts";
import { runCommand, startTracker, type Tracker } from "./start-tracker.ts";

/** Everything a case works with: a real Asterisk, our real server, a real PostgreSQL. */
export interface Lane {
  readonly engine: Engine;
  readonly folder: string;
  readonly place: AsteriskPlace;
  readonly asterisk: RunningAsterisk;
  readonly database: OwnDatabase;
  readonly stores: Stores;
  readonly business: Business;
  /** Bare G.711 files of each party's voice. */
  readonly tones: { readonly caller: string; readonly business: string };
  /** What answers Asterisk's questions now: the server's port, or one of a case's own. */
  answerAt(port: number | undefined): void;
  /** Where Asterisk asks. */
  readonly publicUrl: string;
  /** Where the server itself listens. */
  readonly trackerPort: number;
  tracker(): Tracker;
  /** Runs a command of the server's and answers what it printed. */
  command(...words: readonly string[]): Promise<unknown>;
  /** Starts the server anew after a case has killed it. */
  restartTracker(): Promise<void>;
  stop(): Promise<void>;
}

/** How long the notice lasts, and what whoever answers is told. */
const noticeSeconds = 2.5;
const whisperSeconds = 2;

export async function openLane(engine: Engine): Promise<Lane> {
  const folder = await mkdtemp(path.join(tmpdir(), "ringtrail-pbx-"));
  const [place, database, trackerPort] = await Promise.all([
    chooseAsteriskPlace(folder),
    startOwnDatabase(path.join(folder, "postgres")),
    steadyPort("tcp"),
  ]);
  const dataFolder = path.join(folder, "data");
  const masterKey = randomBytes(32).toString("base64");
  const keys = { file: path.join(dataFolder, "keys", "master.key"), override: masterKey };
  const recordingsFolder = path.join(dataFolder, "recordings");
  const stores = must(await createStores({ url: database.url, keys, recordingsFolder }));
  const business = await seedBusiness(stores, place.httpPort);
  let answering = trackerPort;
  const relay = await startRelay(() => answering);
  const publicUrl = `http://127.0.0.1:${relay.port}`;
  const settings = { dataFolder, databaseUrl: database.url, masterKey, port: trackerPort, publicUrl };
  let tracker = await startTracker(settings);
  const tones = await writeSounds(place);
  const asterisk = await startAsterisk(engine, place, printedFor(place, business, publicUrl, engine.major));
  return {
    engine,
    folder,
    place,
    asterisk,
    database,
    stores,
    business,
    tones,
    publicUrl,
    trackerPort,
    answerAt: (port) => {
      answering = port ?? trackerPort;
      relay.cut();
    },
    tracker: () => tracker,
    command: (...words) => runCommand(settings, words),
    restartTracker: async () => {
      await tracker.process.stop();
      tracker = await startTracker(settings);
    },
    stop: async () => {
      await asterisk.stop();
      await tracker.process.stop();
      await stores.close();
      relay.close();
      await database.stop();
      // RINGTRAIL_PBX_KEEP=1 leaves Asterisk's log and every SIP message to be looked at.
      if (process.env["RINGTRAIL_PBX_KEEP"] === "1") console.log(`kept: ${folder}`);
      else await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The configuration as a person gets it from `ringtrail asterisk config`, for this machine's ports. */
function printedFor(place: AsteriskPlace, { connection, secret }: Business, publicUrl: string, version: number) {
  return printConfig({
    ...usualSetup,
    baseUrl: `${publicUrl}/carriers/asterisk/${connection}`,
    secret,
    ariUser,
    routes: [
      ...[numbers.recorded, numbers.plain].map((number) => ({ number, destination: numbers.business })),
      { number: numbers.noticed, destination: numbers.business, notice: announcement },
    ],
    printedAt: instant(Date.now()),
    dial: "PJSIP/{number}@business",
    trunk: { host: `${addresses.trunk}:5060`, from: [addresses.trunk] },
    ringSeconds: 6,
    soundsFolder: place.soundsFolder,
    recordingsFolder: place.recordingsFolder,
    house: "from-business",
    retrySeconds: 2,
    version,
  });
}

/** Everything Asterisk says in these cases, a tone for each kind, and the voices of both parties. */
async function writeSounds({ folder, soundsFolder }: AsteriskPlace): Promise<Lane["tones"]> {
  const sounds: readonly (readonly [Words, number, number])[] = [
    [announcement, voices.notice, noticeSeconds],
    [shortWords(announcement), voices.whisper, whisperSeconds],
    [greeting, voices.voicemail, 1.5],
  ];
  for (const [words, hz, seconds] of sounds) {
    await writeFile(path.join(soundsFolder, `${soundName(words)}.wav`), wavOf(tone(hz, seconds)));
  }
  const [caller, business] = [path.join(folder, "caller.ulaw"), path.join(folder, "business.ulaw")];
  await writeFile(caller, ulawTone(voices.caller, 5));
  await writeFile(business, ulawTone(voices.business, 5));
  return { caller, business };
}
