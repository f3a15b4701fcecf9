import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startProcess, type RunningProcess } from "@tooling/harness";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const run = promisify(execFile);

/** The repository as somebody has it who has just fetched it: nothing installed, nothing built, no data. */
export interface CleanCheckout {
  readonly folder: string;
  /** Runs a script as a person's shell would, in the checkout. Answers what it printed. @throws when a line of it fails. */
  readonly sh: (script: string) => Promise<string>;
  /** What later scripts find in their environment. */
  readonly env: Record<string, string>;
  /** Runs `npm start` as the README says, on any free port, and answers where the server is. */
  readonly start: (origins: readonly string[]) => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** Copies what the repository holds into a folder of its own. Everything else comes from the npm registry. */
export async function cleanCheckout(): Promise<CleanCheckout> {
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-checkout-"));
  const listed = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    maxBuffer: 64e6,
  });
  // A file that was removed and not committed is listed and not there.
  for (const file of listed.stdout.split("\0").filter((name) => name !== "" && existsSync(path.join(root, name))))
    cpSync(path.join(root, file), path.join(folder, file));
  // Who follows a guide has a shell of their own, not the one that runs our tests.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|pnpm_|INIT_CWD$|VITEST|NODE_)/i.test(name));
  const env: Record<string, string> = {
    ...Object.fromEntries(inherited.map(([name, value = ""]) => [name, value])),
    LOG_LEVEL: "warn",
    PORT: "0",
  };
  let server: RunningProcess | undefined;
  return {
    folder,
    env,
    sh: async (script) => (await run("bash", ["-e", "-o", "pipefail", "-c", script], { cwd: folder, env })).stdout,
    start: async (origins) => {
      const args = ["start", "--", "--json", ...(origins.length === 0 ? [] : ["--demo-origin", ...origins])];
      const nothing = Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined]));
      server = await startProcess("npm", args, { cwd: folder, env: { ...nothing, ...env }, graceMs: 30_000 });
      const [line] = await server.waitFor(/\{"url":.*\}/, 1_200_000);
      return (JSON.parse(line) as { readonly url: string }).url;
    },
    remove: async () => {
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
