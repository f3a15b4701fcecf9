import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { aDatabase } from "../testing/a-database.ts";
import { aFolder, aServer, someSettings } from "../testing/a-running-server.ts";
import type { Settings } from "./env.ts";
import { startServer } from "./main.ts";
import { StartFailure } from "./start-failure.ts";

/** Why a server with these settings does not start. */
async function failure(over: Partial<Settings>): Promise<StartFailure> {
  const started = startServer(someSettings(over)).then(
    async (server) => {
      await server.stop();
      throw new Error("It started.");
    },
    (error: unknown) => error,
  );
  const error = await started;
  if (!(error instanceof StartFailure)) throw error;
  expect(error.fix).not.toBe("");
  return error;
}

/** A port somebody else listens on. */
async function aTakenPort(): Promise<number> {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  onTestFinished(() => void other.close());
  return (other.address() as AddressInfo).port;
}

test("a fresh folder: the embedded PostgreSQL, its keys and its doors are there, and stop leaves nothing running", async () => {
  const dataFolder = aFolder();
  const server = await aServer({ dataFolder });

  const ready = await fetch(`${server.url}/readyz`);
  expect(await ready.json()).toMatchObject({
    status: "ready",
    checks: { database: "ready", jobs: "ready", ruleSet: "ready" },
  });
  expect(readdirSync(path.join(dataFolder, "keys"))).toEqual(["master.key"]);
  await Promise.all([server.stop(), server.stop()]);

  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow("fetch failed");
});

test("the embedded PostgreSQL is killed: it is started again and the server is ready once more", async () => {
  const dataFolder = aFolder();
  const server = await aServer({ dataFolder });
  const postmaster = () =>
    Number(readFileSync(path.join(dataFolder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  const killed = postmaster();

  process.kill(killed, "SIGKILL");

  const ready = async () => (await fetch(`${server.url}/readyz`)).status;
  await expect.poll(postmaster, { timeout: 30_000 }).not.toBe(killed);
  await expect.poll(ready, { timeout: 30_000 }).toBe(200);
});

test("a port that is taken: the next free one, said", async () => {
  const { url: databaseUrl } = await aDatabase();
  const port = await aTakenPort();

  const server = await aServer({ databaseUrl, port });

  expect(server.portTaken).toBe(port);
  expect(server.url).not.toContain(`:${port}`);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test("an address of another machine: one plain failure", async () => {
  expect((await failure({ host: "203.0.113.1", port: 1234 })).code).toBe("address_not_usable");
});

test("a database that does not answer", async () => {
  const error = await failure({ databaseUrl: `postgres://owner:hunter2@127.0.0.1:${await aDeadPort()}/x` });

  expect(error.code).toBe("database_unreachable");
  expect(`${error.message} ${error.fix}`).not.toContain("hunter2");
});

test("a wrong password", async () => {
  const { url } = await aDatabase();
  const wrong = new URL(url);
  wrong.password = "hunter2";

  expect((await failure({ databaseUrl: wrong.toString() })).code).toBe("database_refused");
});

test("another key than the database was sealed with: nothing is written", async () => {
  const { url: databaseUrl } = await aDatabase();
  await (await startServer(someSettings({ databaseUrl }))).stop();
  const before = await writesIn(databaseUrl);

  const lost = await failure({ databaseUrl });
  const wrong = await failure({ databaseUrl, masterKey: Buffer.alloc(32, 1).toString("base64") });

  expect(lost.code).toBe("master_key_missing");
  expect(wrong.code).toBe("master_key_wrong");
  expect(await writesIn(databaseUrl)).toEqual(before);
});

test("a key file that holds something else", async () => {
  const dataFolder = aFolder();
  mkdirSync(path.join(dataFolder, "keys"));
  writeFileSync(path.join(dataFolder, "keys", "master.key"), "no key\n");
  const { url: databaseUrl } = await aDatabase();

  expect((await failure({ databaseUrl, dataFolder })).code).toBe("master_key_malformed");
});

test("a data folder with other files in it stays as it is", async () => {
  const dataFolder = aFolder();
  mkdirSync(path.join(dataFolder, "postgres"));
  writeFileSync(path.join(dataFolder, "postgres", "novel.txt"), "chapter one");

  expect((await failure({ dataFolder })).code).toBe("data_folder_foreign");
  expect(readdirSync(path.join(dataFolder, "postgres"))).toEqual(["novel.txt"]);
});

test("a damaged cluster is not repaired by guessing", async () => {
  const dataFolder = aFolder();
  const first = await startServer(someSettings({ dataFolder }));
  await first.stop();
  const control = path.join(dataFolder, "postgres", "global", "pg_control");
  const damaged = readFileSync(control).fill(0, 0, 64);
  writeFileSync(control, damaged);

  expect((await failure({ dataFolder })).code).toBe("data_folder_corrupt");
  expect(readFileSync(control)).toEqual(damaged);
});

test("a data folder that is a file", async () => {
  const dataFolder = path.join(aFolder(), "file");
  writeFileSync(dataFolder, "");
  const { url: databaseUrl } = await aDatabase();

  expect((await failure({ databaseUrl, dataFolder })).code).toBe("data_folder_not_writable");
});

/** A port nobody listens on. */
async function aDeadPort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** What is sealed in the database: it must not change while a wrong key knocks. */
async function writesIn(url: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const rows = await sql`select sealed from ringtrail.key_check`;
  await sql.end();
  return rows.map(({ sealed }) => String(sealed));
}
