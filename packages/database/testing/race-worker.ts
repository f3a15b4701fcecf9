// One of several server processes that lend at once. Reads its orders from the first argument, prints one line per
// answer, and ends when it has served its visits. Started by race.test.ts and crash.test.ts.
import { instant } from "@ringtrail/core";
import { planLease, type NumberPool } from "@ringtrail/core/number-pool";
import { aVisit } from "@ringtrail/core/testing";
import type { AccountId, SiteId } from "@ringtrail/core";
import { createStores } from "../src/create-stores.ts";
import { makeId } from "../src/make-id.ts";
import { must } from "./test-cluster.ts";

/** What a worker is told. */
export interface RaceOrders {
  readonly url: string;
  readonly keyFile: string;
  readonly account: AccountId;
  readonly site: SiteId;
  readonly pools: readonly NumberPool[];
  readonly visits: number;
  /** How many visits are served at the same time. */
  readonly atOnce: number;
}

/** One acknowledged answer. Times are milliseconds since 1970 by the one clock all processes share. */
export interface RaceLine {
  readonly visit: string;
  readonly pool: string;
  readonly how: string;
  readonly number: string | undefined;
  readonly sentAt: number;
  readonly now: number;
  readonly until: number | undefined;
  readonly heardAt: number;
}

const orders: RaceOrders = JSON.parse(process.argv[2] ?? "{}");
const stores = must(
  await createStores({
    url: orders.url,
    keys: { file: orders.keyFile },
    recordingsFolder: "/nonexistent",
    answerTimeoutMs: 20_000,
    connections: orders.atOnce,
  }),
);

async function serveOne(): Promise<void> {
  const id = makeId<ReturnType<typeof aVisit>["id"]>();
  const now = instant(Date.now());
  const page = { path: "/", title: "Home", at: now };
  const visit = aVisit({ id, visitor: makeId(), site: orders.site, page });
  const toServe = { id, channel: "any", isFirm: false, sourceNumber: undefined, isReturning: false, near: [] };
  const plans = orders.pools.map((pool) => planLease(pool, toServe, now));
  const sentAt = Date.now();
  const lent = await stores.pools.lend(orders.account, visit, plans);
  const heardAt = Date.now();
  for (const [index, { how, number, until }] of lent.entries()) {
    const pool = orders.pools[index]?.id ?? "";
    const line: RaceLine = { visit: id, pool, how, number: number?.id, sentAt, now, until, heardAt };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

let left = orders.visits;
async function serve(): Promise<void> {
  while (left > 0) {
    left -= 1;
    await serveOne();
  }
}
await Promise.all(Array.from({ length: orders.atOnce }, serve));
await stores.close();
