import { setTimeout as wait } from "node:timers/promises";
import { openWorld, type BenchWorld } from "./bench-world.ts";
import type { Measure } from "./measure.ts";
import { sendAtRate } from "./open-loop.ts";
import { swapOf } from "./shots.ts";

const perSecond = 250;

/** What the server holds in memory, and whether visits pile up there. The database's processes are not counted. */
export async function benchMemory(): Promise<readonly Measure[]> {
  const world = await openWorld(200);
  try {
    const few = await afterVisits(world, 0, 1_000);
    const many = await afterVisits(world, 1_000, 10_000);
    const line = { unit: "MB", good: "below" } as const;
    const growth = { measured: many.server - few.server, reference: Math.max(1, many.reference - few.reference) };
    return [
      // Memory does not depend on how busy a machine is, so the reference changes no budget here.
      {
        ...line,
        what: "after 10,000 visits",
        budget: 350,
        measured: many.server,
        reference: many.reference,
        quietReference: Infinity,
      },
      { ...line, ...growth, what: "growth from 1,000 to 10,000 visits", budget: 40, quietReference: Infinity },
    ];
  } finally {
    await world.stop();
  }
}

async function afterVisits(
  { shop, url, referenceUrl, memory }: BenchWorld,
  from: number,
  to: number,
): Promise<{ readonly server: number; readonly reference: number }> {
  for (const base of [url, referenceUrl]) {
    const { failures } = await sendAtRate(base, {
      count: to - from,
      perSecond,
      shot: (nth) => swapOf(shop, from + nth),
    });
    if (failures > 0) throw new Error(`${failures} visits were not answered.`);
  }
  // What was just answered is still being forgotten.
  await wait(3_000);
  return memory();
}
