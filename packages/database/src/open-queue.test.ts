import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
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
