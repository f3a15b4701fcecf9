import { createReadStream, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { startProcess } from "@tooling/harness";
import { program } from "./bench-world.ts";
import type { Measure } from "./measure.ts";
import { writeEvents } from "./write-events.ts";

const events = 1_000_000;
const longestMs = 600_000;

/** A million events of a site, learned from and then judged, by the command anybody would give. */
export async function benchReplay(): Promise<readonly Measure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "ringtrail-bench-"));
  const file = path.join(folder, "events.jsonl");
  try {
    await writeEvents(file, events);
    const reading = await timed(() => readAll(file));
    let peakMb = 0;
    const learning = await timed(async () => {
      const args = [program, "attribution", "replay", "--file", file, "--learn"];
      const replay = await startProcess("sh", [
        "-c",
        'exec "$@" > "$0"',
        path.join(folder, "answers.jsonl"),
        process.execPath,
        ...args,
      ]);
      const timer = setInterval(() => (peakMb = Math.max(peakMb, peakOf(replay.pid))), 100);
      const { code } = await Promise.race([replay.ended, late()]);
      clearInterval(timer);
      if (code !== 0) throw new Error(`The replay ended with ${code}: ${replay.output().slice(-500)}`);
    });
    const line = { good: "below", reference: reading, quietReference: 1.5 } as const;
    return [
      { ...line, what: `${events} events, learned and judged`, unit: "s", budget: 60, measured: learning },
      {
        ...line,
        what: "its memory at most",
        unit: "MB",
        budget: 1_000,
        measured: peakMb,
        reference: 60,
        quietReference: 60,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The least anybody must do: read the lines and parse them. */
async function readAll(file: string): Promise<number> {
  let sum = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    sum += (JSON.parse(line) as { readonly at: number }).at;
  return sum;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1_000;
}

/** The most memory a process has had so far, as Linux counts it; 0 when it has ended. */
function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_000;
  } catch {
    return 0;
  }
}

function late(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("The replay took too long.")), longestMs).unref();
  });
}
