import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir, totalmem } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, expect, test } from "vitest";
import postgres from "postgres";
import { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from "./start-embedded.ts";

const base = mkdtempSync(path.join(tmpdir(), "ringtrail-embedded-"));
const running: EmbeddedServer[] = [];
let folders = 0;

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function aFolder(): string {
  folders += 1;
  return path.join(base, String(folders), "postgres");
}

async function started(folder: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ folder, ephemeral: true, ...options });
  if (!server.ok) throw new Error(JSON.stringify(server.reason));
  running.push(server.value);
  return server.value;
}

async function ask<Row extends object>(url: string, text: string): Promise<Row | undefined> {
  const sql = postgres(url, { max: 1 });
  try {
    return (await sql.unsafe<Row[]>(text))[0];
  } finally {
    await sql.end();
  }
}

test("a fresh folder becomes a PostgreSQL 18 whose URL belongs to an owner without superuser rights", async () => {
  const server = await started(aFolder());

  const me = await ask<{ readonly version: string; readonly rights: string; readonly owner: string }>(
    server.url,
    `select current_setting('server_version') as version, concat(rolsuper, rolbypassrls, rolcreaterole) as rights,
            (select pg_get_userbyid(datdba) from pg_database where datname = current_database()) as owner
     from pg_roles where rolname = current_user`,
  );

  expect(me).toEqual({ version: expect.stringMatching(/^18\./), rights: "fft", owner: "ringtrail_owner" });
});

test("a server that lasts takes an eighth of the memory, within bounds, and fills no new log file with zeros first", async () => {
  const server = await started(aFolder(), { ephemeral: false });

  const has = await ask<{ readonly mb: number; readonly zeros: string }>(
    server.url,
    `select (pg_size_bytes(current_setting('shared_buffers')) / 1048576)::int as mb,
            current_setting('wal_init_zero') as zeros`,
  );

  expect(has).toEqual({ mb: expect.any(Number), zeros: "off" });
  expect(has?.mb).toBeGreaterThanOrEqual(64);
  expect(has?.mb).toBeLessThanOrEqual(Math.min(512, Math.max(64, totalmem() / 2 ** 20 / 8)));
});

test("passwords are readable by their owner only", async () => {
  const { folder } = await started(aFolder());

  for (const whose of ["superuser", "owner"]) {
    expect(statSync(path.join(folder, `ringtrail.${whose}-password`)).mode & 0o777).toBe(0o600);
  }
});

test("what was written is there after a stop and a start", async () => {
  const folder = aFolder();
  const first = await started(folder);
  await ask(first.url, "create table kept as select 7 as value");
  await first.stop();

  const second = await started(folder);

  expect(second.how).toBe("started");
  expect(await ask(second.url, "select value from kept")).toEqual({ value: 7 });
});

test("a server that already runs on the folder is taken over and not started twice", async () => {
  const folder = aFolder();
  const first = await started(folder);

  const second = await started(folder);

  expect(second).toMatchObject({ how: "adopted", pid: first.pid, url: first.url });
});

test("a server whose starter lives is joined, and leaving it does not end it", async () => {
  const folder = aFolder();
  const starter = await startElsewhere(folder);

  const joined = await started(folder);
  await joined.stop();

  expect(joined.how).toBe("joined");
  expect(await ask(joined.url, "select 1 as still")).toEqual({ still: 1 });
  await starter.kill();
});

test("processes that start at once on an empty folder end up with one server", async () => {
  const folder = aFolder();

  const starters = await Promise.all([1, 2, 3].map(() => startElsewhere(folder)));

  expect(new Set(starters.map(({ url }) => url)).size).toBe(1);
  for (const starter of starters) await starter.kill();
});

test("after kill -9 of its starter the server ends or is adopted, and every committed row is there", async () => {
  const folder = aFolder();
  const starter = await startElsewhere(folder);
  await ask(starter.url, "create table kept as select 7 as value");
  await starter.kill();

  const next = await started(folder, { ephemeral: false });

  expect(["started", "adopted"]).toContain(next.how);
  expect(await ask(next.url, "select value from kept")).toEqual({ value: 7 });
});

test("a start that was killed half-way leaves nothing in the way", async () => {
  const folder = aFolder();
  const deadPid = 4_194_305;
  mkdirSync(`${folder}.new-${deadPid}/base`, { recursive: true });

  expect((await started(folder)).how).toBe("started");
  expect(readdirSync(path.dirname(folder)).toSorted()).toEqual(["postgres", "postgres.log"]);
});

test.runIf(process.getuid?.() === 0)("root without user namespaces runs the server as nobody", async () => {
  const server = await started(aFolder(), { allowedUsers: ["nobody"] });

  expect(server.runAs).toBe("nobody");
  expect(statSync(path.join(server.folder, "PG_VERSION")).uid).toBe(65534);
});

test.runIf(process.getuid?.() === 0)("a folder made by one user is given to the next one", async () => {
  const folder = aFolder();
  await (await started(folder)).stop();

  expect((await started(folder, { allowedUsers: ["nobody"] })).how).toBe("started");
});

/** Starts the server from another process, which can then be killed. */
async function startElsewhere(folder: string): Promise<{ readonly url: string; kill(): Promise<void> }> {
  const script = fileURLToPath(new URL("../../testing/start-and-wait.ts", import.meta.url));
  const child = spawn(process.execPath, [script, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (line: Buffer) => resolve(line.toString().trim()));
    child.once("exit", () => reject(new Error(readFileSync(`${folder}.log`, "utf8"))));
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    url,
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}
