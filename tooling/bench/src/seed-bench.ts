import path from "node:path";
import { parseE164, type ConnectionId, type E164, type Result, type TargetNumberId } from "@ringtrail/core";
import { readTouch } from "@ringtrail/core/attribution";
import { defaultAnnouncement } from "@ringtrail/core/call-flow";
import { defaultLengths } from "@ringtrail/core/number-pool";
import { createStores, migrate, type Stores } from "@ringtrail/database";
import { startEmbedded } from "@ringtrail/database/embedded";

/** The business a benchmark visits and rings. */
export interface BenchShop {
  readonly siteKey: string;
  /** Its target numbers, each with a pool of its own. */
  readonly targets: readonly TargetNumberId[];
  readonly connection: ConnectionId;
  /** Signs its carrier's webhooks. */
  readonly secret: string;
  /** Its tracking numbers. */
  readonly numbers: readonly E164[];
}

export const pageOrigin = "https://bench.example";
const secret = "the benchmark's carrier";

/** How much a benchmark's business owns. */
export interface BenchSize {
  readonly pools: number;
  readonly numbersEach: number;
  /** How long a number stays with a visit that gives no sign of life. */
  readonly provisionalMs?: number;
}

/** Fills a fresh data folder with one account and its pools, before a server is started on it. */
export async function seedBench(dataFolder: string, size: BenchSize): Promise<BenchShop> {
  const embedded = must(await startEmbedded({ folder: path.join(dataFolder, "postgres") }));
  must(await migrate(embedded.url));
  const stores = must(
    await createStores({
      url: embedded.url,
      keys: { file: path.join(dataFolder, "keys", "master.key") },
      recordingsFolder: path.join(dataFolder, "recordings"),
    }),
  );
  try {
    return await seedShop(stores, size);
  } finally {
    await stores.close();
    await embedded.stop();
  }
}

/** As `seedBench`, on stores that are open. */
export async function seedShop({ accounts }: Stores, size: BenchSize): Promise<BenchShop> {
  const account = await accounts.createAccount("Bench");
  const apiBase = "http://127.0.0.1:1";
  const connection = await accounts.saveConnection({
    account,
    carrier: "twilio",
    carrierAccount: "AC1",
    secret,
    apiBase,
  });
  const site = await accounts.saveSite(account, {
    key: "bench",
    name: "Bench",
    origins: [pageOrigin],
    regime: "opt-in",
    flow: { destination: number(1), ringSeconds: 25, announcement: defaultAnnouncement, recordingWanted: true },
    businessPlaces: ["US-CA"],
  });
  const { provisionalMs = defaultLengths.provisionalMs } = size;
  const lengths = { ...defaultLengths, provisionalMs };
  const targets: TargetNumberId[] = [];
  const numbers: E164[] = [];
  for (let nth = 0; nth < size.pools; nth += 1) {
    const target = await accounts.saveTarget(account, site, { e164: number(5_000_000 + nth), label: `Line ${nth}` });
    const pool = await accounts.savePool(account, { site, target, name: "Pool", exclusive: false, ...lengths });
    const owned = Array.from({ length: size.numbersEach }, (_, n) => number(100 + nth * size.numbersEach + n));
    const place = { connection, site, target, role: "pool", pool, slice: "any" } as const;
    await Promise.all(owned.map((e164) => accounts.saveNumber(account, { ...place, e164 })));
    targets.push(target);
    numbers.push(...owned);
  }
  const landing = { host: "bench.example", path: "/", query: {}, domain: "bench.example" };
  const touch = readTouch({ ...landing, referrerHost: undefined, referrerDomain: undefined });
  for (const [nth, target] of targets.entries()) {
    const place = { connection, site, target, role: "source", touch } as const;
    await accounts.saveNumber(account, { ...place, e164: number(6_000_000 + nth) });
  }
  return { siteKey: "bench", targets, connection, secret, numbers };
}

function number(nth: number): E164 {
  return must(parseE164(`+1415${String(2_000_000 + nth)}`));
}

/** The value, or an error with the reason: a benchmark that cannot be set up is no benchmark. */
export function must<Value>(result: Result<Value, object>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.reason));
  return result.value;
}
