import { openLeaseWorld, type LeaseServer, type LeaseWorld } from "./lease-world.ts";
import { pushAtRate, pushHard } from "./lean-load.ts";
import { measureLookup } from "./measure-lookup.ts";
import type { Measure } from "./measure.ts";
import { percentile } from "./percentile.ts";
import { openPgBench, type PgBench } from "./pgbench.ts";
import { swapOf } from "./shots.ts";

const seconds = 8;
/** In seconds. A server is a few hours old when a busy hour comes. */
const warmUp = 8;
/**
 * In seconds. The kernel writes back what lies dirty for half a minute in one go, and whoever commits meanwhile waits some
 * 50 ms: in a shorter measure it is chance whether that falls into it, in this one it does, once.
 */
const waiting = 32;
/** Visitors who wait at full load: twice as many as two statements on their way can carry. With 64 a tenth of the machine idles. */
const crowd = 256;
/** Lines that a steady load comes in by. */
const lines = 64;
/** Numbers go back quickly, so that nearly every visit is lent one of its own: this measures leases, not sharing. */
const size = { pools: 100, numbersEach: 25, provisionalMs: 200 };
/** No visitor of one load meets one of another. */
let visitors = 0;

/** Leases a second through the HTTP door, beside what the same PostgreSQL does for `pgbench -N` in the same run. */
export async function* benchLease(): AsyncGenerator<Measure> {
  const fullLoad = yield* measureRates();
  // A database of its own: what the reference has written goes to the disk for a minute yet, and whoever commits waits.
  const world = await openLeaseWorld(size);
  try {
    yield await measureWait(world, fullLoad / 2);
    yield await measureLookup(world);
  } finally {
    await world.stop();
  }
}

async function* measureRates(): AsyncGenerator<Measure, number> {
  const world = await openLeaseWorld(size);
  try {
    const reference = await openPgBench(world.url);
    yield await measureRate(world, reference, 1, 0.5);
    const together = await measureRate(world, reference, 64, 1);
    await reference.close();
    yield together;
    return together.measured;
  } finally {
    await world.stop();
  }
}

async function measureRate(
  { shop, startServer }: LeaseWorld,
  reference: PgBench,
  lendTogether: number,
  share: number,
): Promise<Measure> {
  const before = await reference.perSecond(seconds);
  const server = await startServer(lendTogether);
  await pushHard(server.url, { lines: crowd, seconds: 4, shot: (nth) => swapOf(shop, visitors + nth) });
  visitors += 1_000_000;
  const ours = await pushHard(server.url, { lines: crowd, seconds, shot: (nth) => swapOf(shop, visitors + nth) });
  visitors += 1_000_000;
  await server.stop();
  tellFailures(ours.failures, server);
  const bare = (before + (await reference.perSecond(seconds))) / 2;
  const words = lendTogether === 1 ? "one transaction each" : "together";
  return {
    what: `leases, ${words} (${reference.name})`,
    unit: "/s",
    budget: share * bare,
    good: "above",
    failures: ours.failures,
    measured: ours.perSecond,
    reference: bare,
    quietReference: bare,
  };
}

async function measureWait({ shop, startServer, referenceUrl }: LeaseWorld, perSecond: number): Promise<Measure> {
  const server = await startServer(64);
  const pace = { lines, perSecond, shot: (nth: number) => swapOf(shop, visitors + nth) };
  // Both warm up alike, until V8 has compiled what it will, and the reference stands before us and after us: what else the
  // machine does falls on both.
  await pushAtRate(referenceUrl, { ...pace, count: perSecond * warmUp });
  const before = await pushAtRate(referenceUrl, { ...pace, count: perSecond * 4 });
  await pushAtRate(server.url, { ...pace, count: perSecond * warmUp });
  visitors += 1_000_000;
  const ours = await pushAtRate(server.url, { ...pace, count: perSecond * waiting });
  visitors += 1_000_000;
  const after = await pushAtRate(referenceUrl, { ...pace, count: perSecond * 4 });
  await server.stop();
  tellFailures(ours.failures, server);
  return {
    what: `p99 at ${Math.round(perSecond)}/s`,
    unit: "ms",
    budget: 25,
    good: "below",
    failures: ours.failures,
    measured: percentile(ours.latencies, 0.99),
    reference: percentile([...before.latencies, ...after.latencies], 0.99),
    quietReference: 2,
  };
}

/** What failed is in the table; why, in the server's own words, stands above it. */
function tellFailures(failures: number, server: LeaseServer): void {
  if (failures > 0)
    console.error(`${failures} visits got no number. The server said:\n${server.output().slice(-2_000)}`);
}
