import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { instant, type AccountId, type CallId } from "@ringtrail/core";
import { createStores, makeId, type Stores } from "@ringtrail/database";
import { writeWebhookSecret } from "@ringtrail/destinations";
import { openLeaseWorld, type LeaseWorld } from "./lease-world.ts";
import type { Measure } from "./measure.ts";
import { must } from "./seed-bench.ts";

const count = 10_000;
/** Written down in one transaction. */
const together = 1_000;
const hook = { kind: "webhook", name: "receiver", facts: ["call.started"], site: undefined } as const;

/** Drains 10,000 deliveries to a receiver on this machine, beside a bare loop of `fetch` to the same receiver. */
export async function* benchWebhooks(): AsyncGenerator<Measure> {
  const world = await openLeaseWorld({ pools: 1, numbersEach: 10 });
  const keys = { file: path.join(world.dataFolder, "keys", "master.key") };
  const stores = must(
    await createStores({ url: world.url, keys, recordingsFolder: path.join(world.dataFolder, "recordings") }),
  );
  try {
    const account = await stores.accounts.createAccount("Bench");
    const id = makeId<string>();
    const turn = (isOn: boolean) => {
      const wish = { ...hook, id, isOn, settings: { url: `${world.referenceUrl}/hooks` } };
      const secret = writeWebhookSecret(new Uint8Array(32).fill(7));
      return stores.destinations.saveDestination(account, wish, instant(Date.now()), secret);
    };
    await turn(true);
    console.error(`ringing ${count} calls`);
    await ringCalls(stores, world, account);
    await turn(false);
    const server = await world.startServer(64);
    console.error("measuring the bare loop");
    const before = await bareLoop(world.referenceUrl);
    console.error("draining");
    const startedAt = performance.now();
    await turn(true);
    await stores.sql.notify("ringtrail_deliveries", "");
    await drained(stores, account);
    const measured = (count / (performance.now() - startedAt)) * 1_000;
    const bare = (before + (await bareLoop(world.referenceUrl))) / 2;
    await server.stop();
    const failures = await lost(stores, account);
    yield {
      what: `deliveries, ${count} drained`,
      unit: "/s",
      budget: undefined,
      good: "above",
      failures,
      measured,
      reference: bare,
      quietReference: bare,
    };
  } finally {
    await stores.close();
    await world.stop();
  }
}

/** One call that rings, and its fact 9,999 times more for calls that ring beside it. */
async function ringCalls(stores: Stores, { shop }: LeaseWorld, account: AccountId): Promise<void> {
  const [route] = (await stores.directory.allRoutes()).filter((one) => one.account === account);
  if (route === undefined) throw new Error("The benchmark's business has no number.");
  const { number, site } = route;
  const call = { id: makeId<CallId>(), connection: shop.connection, carrierRef: "CA1", number, site, healed: false };
  await stores.calls.ring(account, { ...call, rangAt: instant(Date.now()) });
  for (let left = count - 1; left > 0; left -= together) {
    await stores.sql.begin(async (work) => {
      await work`select set_config('ringtrail.account', ${account}, true)`;
      await work`
        select count(ringtrail.note_fact(${account}, gen_random_uuid(), 'call.started', null, now(), o.call, '{}'))
        from generate_series(1, ${Math.min(together, left)}::integer),
             lateral (select call from ringtrail.outbox where account_id = ${account} and subject = ${call.id}) o`;
    });
  }
}

/** Requests a second of a loop that waits for each answer: what a program of a few lines would do. */
async function bareLoop(referenceUrl: string): Promise<number> {
  const times = 2_000;
  const body = JSON.stringify({ type: "call.started", data: { call: { filler: "x".repeat(500) } } });
  const startedAt = performance.now();
  for (let nth = 0; nth < times; nth += 1) {
    const answer = await fetch(`${referenceUrl}/hooks`, { method: "POST", body });
    await answer.arrayBuffer();
  }
  return (times / (performance.now() - startedAt)) * 1_000;
}

async function drained({ destinations }: Stores, account: AccountId): Promise<void> {
  for (;;) {
    const page = await destinations.deliveries(account, { cursor: undefined, limit: 1, state: "waiting" });
    if (page.ok && page.value.deliveries.length === 0) return;
    await pause(100);
  }
}

/** Deliveries that did not arrive at the first attempt. */
async function lost({ destinations }: Stores, account: AccountId): Promise<number> {
  const page = await destinations.deliveries(account, { cursor: undefined, limit: 100, state: "dead" });
  return page.ok ? page.value.deliveries.length : count;
}
