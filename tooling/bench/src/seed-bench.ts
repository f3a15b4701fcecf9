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
  readonly target: TargetNumberId;
  readonly connection: ConnectionId;
  /** Signs its carrier's webhooks. */
  readonly secret: string;
  /** Its tracking numbers. */
  readonly numbers: readonly E164[];
}

export const pageOrigin = "https://bench.example";
const secret = "the benchmark's carrier";

/** Fills a fresh data folder with one account and a pool of so many numbers, before a server is started on it. */
export async function seedBench(dataFolder: string, poolSize: number): Promise<BenchShop> {
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
    return await seedShop(stores, poolSize);
  } finally {
    await stores.close();
    await embedded.stop();
  }
}

async function seedShop({ accounts }: Stores, poolSize: number): Promise<BenchShop> {
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
  const target = await accounts.saveTarget(account, site, { e164: number(0), label: "Main line" });
  const pool = await accounts.savePool(account, { site, target, name: "Pool", exclusive: false, ...defaultLengths });
  const place = { connection, site, target };
  const numbers = Array.from({ length: poolSize }, (_, nth) => number(100 + nth));
  for (const e164 of numbers) await accounts.saveNumber(account, { ...place, e164, role: "pool", pool, slice: "any" });
  const landing = { host: "bench.example", path: "/", query: {}, domain: "bench.example" };
  const touch = readTouch({ ...landing, referrerHost: undefined, referrerDomain: undefined });
  await accounts.saveNumber(account, { ...place, e164: number(2), role: "source", touch });
  return { siteKey: "bench", target, connection, secret, numbers };
}

function number(nth: number): E164 {
  return must(parseE164(`+1415${String(2_000_000 + nth)}`));
}

/** The value, or an error with the reason: a benchmark that cannot be set up is no benchmark. */
function must<Value>(result: Result<Value, object>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.reason));
  return result.value;
}
