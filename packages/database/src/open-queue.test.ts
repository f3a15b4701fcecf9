import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { openQueue, type QueueDatabase } from "./open-queue.ts";
import { freshDatabase, type TestDatabase } from "../testing/test-cluster.ts";

let database: TestDatabase;
let queue: QueueDatabase;
let boss: PgBoss;
beforeAll(async () => {
  database = await freshDatabase(inject("postgres18"));
  queue = openQueue(database.url);
  boss = new PgBoss({ db: queue, schema: "jobs", createSchema: false, supervise: false, schedule: false });
  await boss.start();
});
afterAll(async () => {
  await boss.stop();
  await queue.close();
  await database.drop();
});

test("pg-boss makes its own tables and works as the server's role, which is no superuser", async () => {
  await boss.createQueue("fetch-recording", { retryLimit: 1 });
  const id = await boss.send("fetch-recording", { call: "c1", at: { url: "http://x", channels: 2 } });

  const [job] = await boss.fetch<{ call: string }>("fetch-recording");
  await boss.complete("fetch-recording", job?.id ?? "");

  const [done] = await boss.findJobs("fetch-recording", { id: id ?? "" });
  expect(job?.data).toEqual({ call: "c1", at: { url: "http://x", channels: 2 } });
  expect(done?.state).toBe("completed");
});

test("a transaction that fails does not stay open on a connection", async () => {
  await expect(queue.executeSql("begin; select 1 / 0; commit")).rejects.toThrow("division by zero");

  const answers = await Promise.all([1, 2, 3].map(() => queue.executeSql("select 1 as one")));

  expect(answers.map(({ rows }) => rows)).toEqual([[{ one: 1 }], [{ one: 1 }], [{ one: 1 }]]);
});

test("connections that are cut while they work are replaced, and nobody is handed a dead one", async () => {
  const cut = openQueue(database.url);
  onTestFinished(() => cut.close());
  const working = Array.from({ length: 3 }, () => cut.executeSql("select pg_sleep(60) as cut_me"));
  const outcomes = Promise.allSettled(working);
  const sleepers = "from pg_stat_activity where query like '%cut_me%' and pid <> pg_backend_pid() and state = 'active'";
  const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  onTestFinished(() => superuser.end());
  const countSleepers = async () => (await superuser.unsafe(`select 1 ${sleepers}`)).length;
  await expect.poll(countSleepers, { timeout: 30_000 }).toBe(3);
  await superuser.unsafe(`select pg_terminate_backend(pid) ${sleepers}`);
  expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);

  const answers = await Promise.all(Array.from({ length: 9 }, (_, nth) => cut.executeSql(`select ${nth} as nth`)));

  expect(answers.map(({ rows }) => rows[0]?.["nth"])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test("a notification wakes the listener", async () => {
  let close = async () => {};
  const heard = new Promise<string>((resolve, reject) => {
    queue
      .listen("ringtrail_test", resolve, () => {})
      .then(async (listener) => {
        close = listener.close;
        await queue.executeSql("select pg_notify('ringtrail_test', $1)", ["hello"]);
      }, reject);
  });

  expect(await heard).toBe("hello");
  await close();
});
