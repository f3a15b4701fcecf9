import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProcess } from "@tooling/harness";
import { expect } from "vitest";
import { longTest } from "./long-lane.ts";
import { read, root } from "./repository.ts";

const minuteMs = 60_000;

/** The commands of the README's fenced shell blocks, in order. */
const commands = [...read("README.md").matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = ""]) =>
  block
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== ""),
);

/** A clone of what is committed, with a home and caches of its own. */
function freshClone(): { readonly folder: string; readonly env: Record<string, string | undefined> } {
  const base = mkdtempSync(join(tmpdir(), "ringtrail-readme-"));
  const home = join(base, "home");
  mkdirSync(home);
  const cloned = spawnSync("git", ["clone", "--quiet", "--no-hardlinks", root, join(base, "ringtrail")]);
  if (cloned.status !== 0) throw new Error(`git clone failed: ${cloned.stderr}`);
  const inherited = Object.keys(process.env).filter((name) =>
    /^(RINGTRAIL_|npm_|pnpm_|VITEST|TURBO_|NODE_(?!EXTRA_CA_CERTS))/i.test(name),
  );
  const env = { ...Object.fromEntries(inherited.map((name) => [name, undefined])), HOME: home, PATH: hostPath() };
  return { folder: join(base, "ringtrail"), env };
}

/** The PATH without our own tools: the clone has to bring them itself. */
function hostPath(): string {
  return (process.env["PATH"] ?? "")
    .split(":")
    .filter((folder) => !folder.includes("node_modules"))
    .join(":");
}

const secondsSince = (startedAt: number): string => ((Date.now() - startedAt) / 1000).toFixed(1);

longTest(
  "every command of the README works in a fresh clone with empty caches",
  async () => {
    const clone = freshClone();
    const options = { cwd: clone.folder, env: clone.env };
    for (const command of commands) {
      const startedAt = Date.now();
      const running = await startProcess("sh", ["-c", `exec ${command}`], { ...options, graceMs: 30_000 });
      if (command === "npm start") {
        const [, url = ""] = await running.waitFor(/(http:\/\/127\.0\.0\.1:\d+)\/demo/, 20 * minuteMs);
        console.log(`npm start: ready after ${secondsSince(startedAt)} s`);
        expect((await fetch(`${url}/readyz`)).status).toBe(200);
        await running.stop();
        // Whoever stops npm stops the server: its address answers no more.
        await expect
          .poll(
            () =>
              fetch(url).then(
                () => "answers",
                () => "refused",
              ),
            { timeout: 60_000 },
          )
          .toBe("refused");
      } else {
        expect(await running.ended, `${command}\n${running.output().slice(-4000)}`).toMatchObject({ code: 0 });
      }
      console.log(`${command}: ${secondsSince(startedAt)} s`);
    }
    rmSync(join(clone.folder, ".."), { recursive: true, force: true });
  },
  // Its `npm test` runs beside the other packages' tests: a quarter of an hour alone, and several here.
  120 * minuteMs,
);
