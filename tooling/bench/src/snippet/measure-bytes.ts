import { readFile } from "node:fs/promises";
import { brotliCompressSync } from "node:zlib";
import type { Measure } from "../measure.ts";
import type { Lab } from "./lab.ts";
import { ourTag, paragraphs, waitForSwap } from "./lab.ts";
import type { Tracker } from "./neighbours.ts";

/** What a visitor downloads, and what a first page asks for, beside our neighbours. */
export async function measureBytes(lab: Lab, neighbours: readonly Tracker[]): Promise<readonly Measure[]> {
  const whole = await readScript("ringtrail.js");
  const core = await readScript("ringtrail-core.js");
  const line = { unit: "kB", good: "below", quietReference: Number.POSITIVE_INFINITY, isExact: true } as const;
  const sizes = neighbours.flatMap(({ name, code }): Measure[] => [
    {
      ...line,
      what: `everything, brotli: beside ${name}`,
      budget: 3.5,
      measured: brotli(whole),
      reference: brotli(code),
    },
    { ...line, what: `everything, raw: beside ${name}`, budget: 9.9, measured: raw(whole), reference: raw(code) },
    {
      ...line,
      what: `the core alone, brotli: beside ${name}`,
      budget: 2,
      measured: brotli(core),
      reference: brotli(code),
    },
  ]);
  const ours = await countRequests(lab, ourTag, true);
  const counted: Measure[] = [
    {
      ...line,
      unit: "",
      what: "requests before the page that wait to be answered, besides our file",
      budget: 0,
      measured: ours.blocking,
      reference: 0,
    },
  ];
  for (const { name, attributes = "" } of neighbours) {
    const tag = `<script async src="/neighbours/${name}.js" ${attributes}></script>`;
    const theirs = await countRequests(lab, tag, false);
    counted.push({
      ...line,
      unit: "",
      what: `requests of a first page, besides the file: beside ${name}`,
      budget: 1,
      measured: ours.all - 1,
      reference: theirs.all - 1,
    });
  }
  return [...sizes, ...counted];
}

function readScript(name: string): Promise<string> {
  return readFile(new URL(`../../../../packages/snippet/dist/${name}`, import.meta.url), "utf8");
}

const raw = (code: string): number => Buffer.byteLength(code) / 1_000;
const brotli = (code: string): number => brotliCompressSync(code).byteLength / 1_000;

/** What the page asks for besides itself until a second after it has loaded, and how much of it holds back its paint. */
async function countRequests(
  lab: Lab,
  head: string,
  swaps: boolean,
): Promise<{ readonly all: number; readonly blocking: number }> {
  const context = await lab.browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(lab.servePage("/requests", { head, body: paragraphs(10) }));
  if (swaps) await waitForSwap(page);
  await page.waitForTimeout(1_000);
  const blocking = await page.evaluate(
    () =>
      performance
        .getEntriesByType("resource")
        .filter((entry) => (entry as { renderBlockingStatus?: string }).renderBlockingStatus === "blocking").length,
  );
  await context.close();
  return { all: asked.length - 1, blocking };
}
