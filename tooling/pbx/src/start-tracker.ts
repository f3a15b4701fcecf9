import { fileURLToPath } from "node:url";
import { startProcess, type RunningProcess } from "@tooling/harness";

/** The server under test, in a process of its own so that it can be frozen and killed. */
export interface Tracker {
  readonly process: RunningProcess;
  readonly url: string;
}

const program = fileURLToPath(new URL("../../../apps/api/bin/ringtrail.mjs", import.meta.url));

/** What a server is started with. */
export interface TrackerSettings {
  readonly dataFolder: string;
  readonly databaseUrl: string;
  readonly masterKey: string;
  readonly port: number;
  /** Where Asterisk reaches it; callback addresses and signatures are made with it. */
  readonly publicUrl: string;
}

export async function startTracker(settings: TrackerSettings): Promise<Tracker> {
  const process = await startCommand(settings, ["start", "--json", "--no-demo", "--port", String(settings.port)]);
  await process.waitFor(/\{"url":.*\}/, 120_000);
  return { process, url: settings.publicUrl };
}

/** Runs one of the server's commands beside it, as its owner does, and answers what it printed as JSON. */
export async function runCommand(settings: TrackerSettings, words: readonly string[]): Promise<unknown> {
  const process = await startCommand(settings, ["--json", ...words]);
  const { code } = await process.ended;
  if (code !== 0) throw new Error(`ringtrail ${words.join(" ")} ended with ${code}:\n${process.output()}`);
  return JSON.parse(process.output().trim().split("\n").at(-1) ?? "");
}

function startCommand(settings: TrackerSettings, words: readonly string[]): Promise<RunningProcess> {
  return startProcess(globalThis.process.execPath, [program, ...words], {
    env: {
      DATA_FOLDER: settings.dataFolder,
      DATABASE_URL: settings.databaseUrl,
      RINGTRAIL_MASTER_KEY: settings.masterKey,
      PUBLIC_URL: settings.publicUrl,
      LOG_LEVEL: "warn",
      PORT: undefined,
    },
  });
}
