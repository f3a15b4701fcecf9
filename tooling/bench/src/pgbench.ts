import { execFile } from "node:child_process";
import { promisify } from "node:util";
import postgres from "postgres";

const run = promisify(execFile);
// Sixteen clients, prepared statements, five million rows: as the reference was when the budgets were set (decision 22).
const clients = 16;
const scale = 50;

/** What a database can do at best, measured beside us: `pgbench -N` where it is at hand, else the same load of our own. */
export interface PgBench {
  readonly name: string;
  perSecond(seconds: number): Promise<number>;
  close(): Promise<void>;
}

/** Fills its tables in a schema of its own. */
export async function openPgBench(url: string): Promise<PgBench> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`create schema pgbench`;
  await sql.end();
  const { hostname, port, username, password, pathname } = new URL(url);
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(password), PGOPTIONS: "-c search_path=pgbench" };
  const place = ["-h", hostname, "-p", port, "-U", username, pathname.slice(1)];
  try {
    await run("pgbench", ["-i", "-q", "-s", String(scale), ...place], { env });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    return openOwnLoad(url);
  }
  const load = ["-N", "-n", "-M", "prepared", "-c", String(clients), "-j", "2"];
  return {
    name: "pgbench -N",
    perSecond: async (seconds) => {
      const { stdout } = await run("pgbench", [...load, "-T", String(seconds), ...place], { env });
      return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
    },
    close: () => Promise.resolve(),
  };
}

/** The load of `pgbench -N` by our own driver: change one account, read it, note it; a transaction each. */
async function openOwnLoad(url: string): Promise<PgBench> {
  const sql = postgres(url, { max: clients, connection: { search_path: "pgbench" }, onnotice: () => {} });
  const rows = scale * 100_000;
  await sql`create table accounts (aid int primary key, abalance int not null, filler char(84)) with (fillfactor = 100)`;
  await sql`create table history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22))`;
  await sql`insert into accounts select n, 0, '' from generate_series(1, ${rows}) n`;
  const one = (): Promise<unknown> => {
    const aid = Math.ceil(Math.random() * rows);
    return sql.begin(async (work) => {
      await work`update accounts set abalance = abalance + 1 where aid = ${aid}`;
      await work`select abalance from accounts where aid = ${aid}`;
      await work`insert into history (tid, bid, aid, delta, mtime) values (1, 1, ${aid}, 1, current_timestamp)`;
    });
  };
  return {
    name: "the load of pgbench -N",
    perSecond: async (seconds) => {
      const begin = performance.now();
      let done = 0;
      const client = async (): Promise<void> => {
        for (; performance.now() - begin < seconds * 1000; done += 1) await one();
      };
      await Promise.all(Array.from({ length: clients }, client));
      return (done * 1000) / (performance.now() - begin);
    },
    close: () => sql.end(),
  };
}
