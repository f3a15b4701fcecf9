import type { Sql } from "postgres";
import { bareOverview } from "./bare-overview.ts";
import { openLeaseWorld, type LeaseServer } from "./lease-world.ts";
import type { Measure } from "./measure.ts";
import { percentile } from "./percentile.ts";
import { seedReports } from "./seed-reports.ts";

const size = { calls: 1_000_000, visits: 1_000_000, pagesEach: 10, days: 365 };
const asked = 60;
const budget = 150;

/** How long an overview takes to come through the HTTP door, beside the bare SQL of the same question. */
export async function* benchReports(): AsyncGenerator<Measure> {
  const world = await openLeaseWorld({ pools: 1, numbersEach: 4 });
  try {
    const began = performance.now();
    const { sql, key } = await seedReports(world.url, size);
    console.error(`seeded ${size.calls} calls and ${size.visits * size.pagesEach} page views in ${since(began)}`);
    const addUp = performance.now();
    await addUpAll(sql);
    console.error(`every day added up and joined in ${since(addUp)}`);
    const server = await world.startServer(64);
    try {
      yield await measure(server, sql, key, { days: 30, bare: 900 });
      yield await measure(server, sql, key, { days: 365, bare: 9_000 });
      yield await afterACall(server, sql, key);
    } finally {
      await server.stop();
      await sql.end();
    }
  } finally {
    await world.stop();
  }
}

interface Question {
  readonly days: number;
  /** What the bare SQL takes on the quiet machine. */
  readonly bare: number;
}

async function measure(server: LeaseServer, sql: Sql, key: string, { days, bare }: Question): Promise<Measure> {
  const times: number[] = [];
  for (let nth = 0; nth < asked; nth += 1) times.push(await askOverview(server, key, days));
  return {
    what: `overview of ${days} days and the ${days} before, p95`,
    unit: "ms",
    good: "below",
    budget,
    measured: percentile(times, 0.95),
    reference: await timed(() => bareOverview(sql, days)),
    quietReference: bare,
  };
}

/** As busy accounts have it: whoever looks adds today up again, because a call has changed since. */
async function afterACall(server: LeaseServer, sql: Sql, key: string): Promise<Measure> {
  const times: number[] = [];
  for (let nth = 0; nth < asked; nth += 1) {
    await sql`
      update ringtrail.calls set confidence = 0.8
      where id = (select id from ringtrail.calls order by rang_at desc limit 1)`;
    times.push(await askOverview(server, key, 30));
  }
  return {
    what: "the same of 30 days, each time after a call of today has changed, p95",
    unit: "ms",
    good: "below",
    budget,
    measured: percentile(times, 0.95),
    reference: await timed(() => bareOverview(sql, 30)),
    quietReference: 900,
  };
}

async function askOverview({ url }: LeaseServer, key: string, days: number): Promise<number> {
  return timed(async () => {
    const answer = await fetch(`${url}/v1/reports/overview?days=${days}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const told = await answer.text();
    if (answer.status !== 200) throw new Error(`The server answered ${answer.status}: ${told}`);
  });
}

async function addUpAll(sql: Sql): Promise<void> {
  const steps = [
    "ringtrail.add_up_days(account_id, '0001-01-01', '9999-01-01', 20)",
    "ringtrail.join_days(account_id, 8)",
    "ringtrail.join_costs(account_id, 8)",
  ];
  for (const step of steps) {
    let done: number;
    do {
      const [row] = await sql<{ done: number }[]>`select ${sql.unsafe(step)} as done from ringtrail.all_accounts()`;
      done = row?.done ?? 0;
    } while (done > 0);
  }
  // What the database does by itself within minutes, done now: it would do it while we measure.
  await sql`reset role`;
  await sql`vacuum analyze`;
  await sql`set role ringtrail_api`;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function since(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(0)} s`;
}
