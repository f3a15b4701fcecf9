import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { instant, type AccountId, type NumberId } from "@ringtrail/core";
import { holdingWindowMs } from "@ringtrail/core/attribution";
import { createStores, type Stores } from "@ringtrail/database";
import type { LeaseWorld } from "./lease-world.ts";
import type { Measure } from "./measure.ts";
import { percentile } from "./percentile.ts";
import { must } from "./seed-bench.ts";

const perSecond = 500;
const seconds = 6;

/** How long it takes to find every visit that was shown a ringing number, at 500 calls a second. */
export async function measureLookup({ url, dataFolder }: LeaseWorld): Promise<Measure> {
  const recordingsFolder = await mkdtemp(path.join(tmpdir(), "ringtrail-bench-"));
  const keys = { file: path.join(dataFolder, "keys", "master.key") };
  const stores = must(await createStores({ url, keys, recordingsFolder, answerTimeoutMs: 20_000 }));
  try {
    const [account] = await stores.accounts.accounts();
    if (account === undefined) throw new Error("The benchmark's account is gone.");
    const states = await stores.pools.states(account.id, instant(Date.now()));
    const numbers = states.flatMap(({ number, pool }) => (pool === undefined ? [] : [number]));
    const found = { most: 0 };
    let asked = 0;
    const look = () => lookUp(stores, account.id, numbers[(asked++ * 7) % numbers.length], found);
    await askSteadily(() => stores.ping(), 2);
    await askSteadily(look, 2);
    // In turns, so that what else the machine does just now falls on both alike.
    const bare: number[] = [];
    const ours: number[] = [];
    for (let turn = 0; turn < seconds; turn += 1) {
      bare.push(...(await askSteadily(() => stores.ping(), 1)));
      ours.push(...(await askSteadily(look, 1)));
    }
    return {
      what: `p99 of number to candidates (up to ${found.most}) at ${perSecond}/s`,
      unit: "ms",
      budget: 5,
      good: "below",
      measured: percentile(ours, 0.99),
      reference: percentile(bare, 0.99),
      quietReference: 2,
    };
  } finally {
    await stores.close();
    await rm(recordingsFolder, { recursive: true, force: true });
  }
}

async function lookUp(
  { visits }: Stores,
  account: AccountId,
  number: NumberId | undefined,
  found: { most: number },
): Promise<void> {
  if (number === undefined) throw new Error("The benchmark owns no number.");
  const holdings = await visits.holdings(account, number, instant(Date.now()), holdingWindowMs);
  found.most = Math.max(found.most, holdings.length);
}

/**
 * Asks at the steady rate, whatever the answers do, and counts from when each was due. Keeps nothing of an answer but its
 * time: what a measuring process piles up, its own collector of garbage clears away while the next answers wait.
 */
async function askSteadily(ask: () => Promise<unknown>, forSeconds: number): Promise<Float64Array> {
  const latencies = new Float64Array(perSecond * forSeconds);
  const begin = performance.now();
  const all = Promise.withResolvers<void>();
  let left = latencies.length;
  for (let nth = 0; nth < latencies.length; nth += 1) {
    const due = begin + (nth * 1000) / perSecond;
    while (due > performance.now()) await wait(1);
    ask().then(() => {
      latencies[nth] = performance.now() - due;
      left -= 1;
      if (left === 0) all.resolve();
    }, all.reject);
  }
  await all.promise;
  return latencies;
}
