import type { Measure } from "./measure.ts";
import { openLab } from "./snippet/lab.ts";
import { measureBytes } from "./snippet/measure-bytes.ts";
import { measureScan } from "./snippet/measure-scan.ts";
import { measureStay } from "./snippet/measure-stay.ts";
import { measureThread } from "./snippet/measure-thread.ts";
import { bringNeighbours } from "./snippet/neighbours.ts";

/** What the script costs a page in a real Chromium, beside scripts that pages carry already. */
export async function benchSnippet(): Promise<readonly Measure[]> {
  const lab = await openLab();
  try {
    const neighbours = await bringNeighbours();
    for (const { name, code } of neighbours) lab.serve(`/neighbours/${name}.js`, code);
    return [
      ...(await measureBytes(lab, neighbours)),
      ...(await measureScan(lab)),
      ...(await measureStay(lab)),
      ...(await measureThread(lab, neighbours)),
    ];
  } finally {
    await lab.close();
  }
}
