import { join } from "node:path";
import { startProcess, type ProcessExit } from "@tooling/harness";

/** A server that was installed from packages and runs with the demo. */
export interface InstalledServer {
  readonly url: string;
  /** The data folder it made. */
  readonly data: string;
  stop(): Promise<ProcessExit>;
}

const readyWithinMs = 120_000;

/** Starts `ringtrail` of a project on a free port, in a data folder of its own beside the project's packages. */
export async function startInstalled(project: string): Promise<InstalledServer> {
  const data = join(project, "data");
  const args = ["start", "--port", "0", "--data", data];
  const server = await startProcess(join(project, "node_modules/.bin/ringtrail"), args, {
    cwd: project,
    graceMs: 20_000,
  });
  const [, url = ""] = await server.waitFor(/Demo shop +(http:\S+)\/demo/, readyWithinMs);
  return { url, data, stop: server.stop };
}
