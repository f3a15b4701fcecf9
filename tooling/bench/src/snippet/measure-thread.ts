import type { Measure } from "../measure.ts";
import { percentile } from "../percentile.ts";
import { ourTag, paragraphs, type Lab } from "./lab.ts";
import { legacyScan } from "./legacy-scan.ts";
import type { Tracker } from "./neighbours.ts";
import { traceScripts, type ScriptTime } from "./trace-scripts.ts";

/** How many times slower than this machine's the reader's processor is. */
const slowdown = 4;
const rounds = 9;

/** What we take of the main thread, beside the same page without us, a scan of the old kind, and our neighbours. */
export async function measureThread(lab: Lab, neighbours: readonly Tracker[]): Promise<readonly Measure[]> {
  lab.serve("/legacy.js", legacyScan);
  lab.serve("/nothing.js", "0");
  const heads = new Map([
    ["nothing", ""],
    ["ours", ourTag],
    ["a scan of the old kind", `<script async src="/legacy.js"></script>`],
    // What the browser takes for any script: nobody can be below it.
    ["a script that does nothing", `<script async src="/nothing.js"></script>`],
    ...neighbours.map(({ name, attributes = "" }): [string, string] => [
      name,
      `<script async src="/neighbours/${name}.js" ${attributes}></script>`,
    ]),
  ]);
  const times = await loadAll(lab, heads, paragraphs(3_000));
  const bare = median(times, "nothing", "all");
  const of = (name: string): number => Math.max(0, median(times, name, "all") - bare) * slowdown;
  const line = { unit: "ms", good: "below", budget: 12, measured: of("ours") } as const;
  const others = [...heads.keys()].slice(3);
  const small = await loadAll(lab, new Map([...heads].slice(1, 3)), paragraphs(2_490));
  return [
    // Processor time depends on the machine alone: the reference changes no budget here.
    ...others.map((name): Measure => ({
      ...line,
      what: `main thread, 3,000 paragraphs, 4 times slower: beside ${name}`,
      reference: of(name),
      quietReference: Number.POSITIVE_INFINITY,
    })),
    {
      unit: "",
      good: "below",
      what: "share of what a scan of the old kind takes there",
      budget: 1 / 5,
      measured: of("ours") / of("a scan of the old kind"),
      reference: 1,
      quietReference: 1,
    },
    {
      unit: "ms",
      good: "below",
      what: "longest piece of ours, 5,000 nodes, 4 times slower: beside that scan's",
      budget: 50,
      measured: median(small, "ours", "longest") * slowdown,
      reference: median(small, "a scan of the old kind", "longest") * slowdown,
      quietReference: Number.POSITIVE_INFINITY,
    },
  ];
}

type Times = ReadonlyMap<string, readonly ScriptTime[]>;

async function loadAll(lab: Lab, heads: ReadonlyMap<string, string>, body: string): Promise<Times> {
  const times = new Map<string, ScriptTime[]>([...heads.keys()].map((name) => [name, []]));
  const addresses = [...heads].map(([name, head], index) => [name, lab.servePage(`/thread/${index}`, { head, body })]);
  // Taken in turns: what else the machine does falls on all alike.
  for (let round = 0; round < rounds; round += 1) {
    for (const [name = "", address = ""] of addresses) times.get(name)?.push(await traceScripts(lab, address));
  }
  return times;
}

function median(times: Times, name: string, what: keyof ScriptTime): number {
  return percentile(
    (times.get(name) ?? []).map((time) => time[what]),
    0.5,
  );
}
