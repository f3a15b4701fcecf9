import { openWorld } from "./bench-world.ts";
import type { Measure } from "./measure.ts";
import { sendAtRate } from "./open-loop.ts";
import { percentile } from "./percentile.ts";
import { ringOf, swapOf } from "./shots.ts";

const perSecond = 50;
/** A business of many places: what a look-up costs must not grow with it. */
const trackingNumbers = 10_000;
const rounds = 3;
const secondsARound = 8;

/** How long a caller waits for the carrier's first document: signed webhooks at 50 calls a second, 10,000 numbers. */
export async function benchVoice(): Promise<readonly Measure[]> {
  const world = await openWorld(trackingNumbers);
  try {
    const { shop, url, referenceUrl } = world;
    // Calls are credited to visits, so there have to be some; and nobody's first call is measured.
    await sendAtRate(url, { count: 2_000, perSecond: 200, shot: (nth) => swapOf(shop, nth) });
    await sendAtRate(url, { count: 40, perSecond, shot: (nth) => ringOf(shop, url, nth) });
    await sendAtRate(referenceUrl, { count: 40, perSecond, shot: (nth) => ringOf(shop, url, nth) });
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const count = perSecond * secondsARound;
      bare.push(
        ...(await sendAtRate(referenceUrl, { count, perSecond, shot: (nth) => ringOf(shop, url, nth) })).latencies,
      );
      const series = await sendAtRate(url, { count, perSecond, shot: (nth) => ringOf(shop, url, nth) });
      if (series.failures > 0)
        throw new Error(`${series.failures} of ${count} calls were not answered with a document.`);
      ours.push(...series.latencies);
    }
    const line = { unit: "ms", good: "below" } as const;
    const half = { measured: percentile(ours, 0.5), reference: percentile(bare, 0.5) };
    const most = { measured: percentile(ours, 0.99), reference: percentile(bare, 0.99) };
    return [
      { ...line, ...half, what: `answer to a ring, p50 of ${ours.length}`, budget: 50, quietReference: 1 },
      { ...line, ...most, what: `answer to a ring, p99 of ${ours.length}`, budget: 300, quietReference: 3 },
    ];
  } finally {
    await world.stop();
  }
}
