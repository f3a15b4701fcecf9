import { fileURLToPath } from "node:url";
import { startProcess, type RunningProcess } from "@tooling/harness";

/** How a server of a test is started. */
export interface RingtrailOptions {
  readonly dataFolder: string;
  /** A PostgreSQL of its own; without it the embedded one in the data folder. */
  readonly databaseUrl?: string | undefined;
  /** 0 takes a free one. */
  readonly port?: number;
  /** How much faster than life the fake carrier's calls pass. */
  readonly carrierSpeed?: number;
  /** Pages besides the server's own that may use the demo's site key. */
  readonly origins?: readonly string[];
}

/** A server started as a person starts it, in a process of its own. */
export interface Ringtrail {
  readonly url: string;
  readonly port: number;
  /** Signs the owner in once. */
  readonly ownerLink: string;
  readonly fakeCarrier: string;
  readonly process: RunningProcess;
}

const program = fileURLToPath(new URL("../../../apps/api/bin/ringtrail.mjs", import.meta.url));

/** Runs the command line once in a data folder, and answers what it printed. */
export async function runCommand(dataFolder: string, args: readonly string[], databaseUrl?: string): Promise<string> {
  const env = { DATA_FOLDER: dataFolder, DATABASE_URL: databaseUrl, LOG_LEVEL: "warn" };
  const running = await startProcess(process.execPath, [program, ...args], { env });
  const { code } = await running.ended;
  if (code !== 0) throw new Error(`ringtrail ${args.join(" ")} ended with ${code}:\n${running.output()}`);
  return running.output();
}

function demoOrigins(origins: readonly string[]): readonly string[] {
  return origins.length === 0 ? [] : ["--demo-origin", ...origins];
}

/** Starts `ringtrail start` and waits until it says where it is. */
export async function startRingtrail(options: RingtrailOptions): Promise<Ringtrail> {
  const { dataFolder, databaseUrl, port = 0, carrierSpeed = 4, origins = [] } = options;
  const running = await startProcess(
    process.execPath,
    [
      program,
      "start",
      "--json",
      "--port",
      String(port),
      "--carrier-speed",
      String(carrierSpeed),
      ...demoOrigins(origins),
    ],
    {
      env: {
        DATA_FOLDER: dataFolder,
        DATABASE_URL: databaseUrl,
        LOG_LEVEL: "warn",
        PORT: undefined,
        PUBLIC_URL: undefined,
      },
    },
  );
  const [line] = await running.waitFor(/\{"url":.*\}/, 90_000);
  const said: { url: string; console: string; fakeCarrier: string } = JSON.parse(line);
  return {
    url: said.url,
    port: Number(new URL(said.url).port),
    ownerLink: said.console,
    fakeCarrier: said.fakeCarrier,
    process: running,
  };
}
