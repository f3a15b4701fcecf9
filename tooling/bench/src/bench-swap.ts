import { openWorld, type BenchWorld } from "./bench-world.ts";
import { sendAtFullSpeed } from "./full-speed.ts";
import type { Measure } from "./measure.ts";
import { sendAtRate } from "./open-loop.ts";
import { percentile } from "./percentile.ts";
import { swapOf } from "./shots.ts";

/** What the door must bear, in visits a second. */
const wanted = 500;

/** How many new visitors a second get their number: with numbers for most of them, and with far too few. */
export async function benchSwap(): Promise<readonly Measure[]> {
  return [...(await benchPool(2_000, "2,000 numbers")), ...(await benchPool(15, "15 numbers"))];
}

async function benchPool(poolSize: number, words: string): Promise<readonly Measure[]> {
  const world = await openWorld(poolSize);
  try {
    await sendAtRate(world.url, { count: 400, perSecond: 100, shot: (nth) => swapOf(world.shop, nth) });
    return [await measureRate(world, words), await measureWait(world, words)];
  } finally {
    await world.stop();
  }
}

async function measureRate({ shop, url, referenceUrl }: BenchWorld, words: string): Promise<Measure> {
  const load = { seconds: 8, connections: 32 };
  const bare = await sendAtFullSpeed(referenceUrl, { ...load, shot: (nth) => swapOf(shop, nth) });
  const ours = await sendAtFullSpeed(url, { ...load, shot: (nth) => swapOf(shop, 1_000_000 + nth) });
  if (ours.failures > 0) throw new Error(`${ours.failures} visits got no number.`);
  return {
    what: `swaps with ${words}`,
    unit: "/s",
    budget: wanted,
    good: "above",
    measured: ours.perSecond,
    reference: bare.perSecond,
    quietReference: 50_000,
  };
}

async function measureWait({ shop, url, referenceUrl }: BenchWorld, words: string): Promise<Measure> {
  const pace = { count: 4_000, perSecond: wanted / 2 };
  const bare = await sendAtRate(referenceUrl, { ...pace, shot: (nth) => swapOf(shop, nth) });
  const ours = await sendAtRate(url, { ...pace, shot: (nth) => swapOf(shop, 2_000_000 + nth) });
  if (ours.failures > 0) throw new Error(`${ours.failures} visits got no number.`);
  return {
    what: `p99 at ${wanted / 2}/s with ${words}`,
    unit: "ms",
    budget: 50,
    good: "below",
    measured: percentile(ours.latencies, 0.99),
    reference: percentile(bare.latencies, 0.99),
    quietReference: 2,
  };
}
