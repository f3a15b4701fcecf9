import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { startProcess } from "@tooling/harness";
import type { Measure } from "./measure.ts";
import { percentile } from "./percentile.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const rounds = 3;

/** How long `npm start` takes when nothing is left to fetch, build or make: the second one. */
export async function benchStart(): Promise<readonly Measure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "ringtrail-bench-"));
  try {
    await timeStart(folder);
    const starts: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await timeNode());
      starts.push(await timeStart(folder));
    }
    return [
      {
        what: `second npm start to ready, median of ${rounds}`,
        unit: "s",
        budget: 5,
        good: "below",
        measured: percentile(starts, 0.5),
        reference: percentile(bare, 0.5),
        quietReference: 0.03,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timeStart(folder: string): Promise<number> {
  const begin = performance.now();
  const started = await startProcess("npm", ["start", "--", "--port", "0", "--data", folder], {
    cwd: repository,
    env: { DATABASE_URL: "", PUBLIC_URL: "" },
    graceMs: 30_000,
  });
  await started.waitFor(/Ringtrail is ready/, 180_000);
  const seconds = (performance.now() - begin) / 1000;
  await started.stop();
  return seconds;
}

async function timeNode(): Promise<number> {
  const begin = performance.now();
  await (
    await startProcess(process.execPath, ["-e", "0"])
  ).ended;
  return (performance.now() - begin) / 1000;
}
