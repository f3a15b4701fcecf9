import { openQueue } from "@ringtrail/database";
import { anId } from "@ringtrail/core/testing";
import type { AccountId } from "@ringtrail/core";
import { expect, onTestFinished, test } from "vitest";
import { aDatabase } from "../../testing/a-database.ts";
import { makeLog } from "../make-log.ts";
import { RecordingUnavailable } from "../workflows/store-recording.ts";
import type { FetchRecording } from "./job-queue.ts";
import { startQueue, type RunningQueue } from "./start-queue.ts";

const account: AccountId = anId("account");

function aJob(over: Partial<FetchRecording> = {}): FetchRecording {
  const at = { ref: "RE1", url: "http://127.0.0.1:1/RE1", lengthMs: 12_000, channels: 2 } as const;
  return { account, call: anId("call"), connection: anId("connection"), recording: anId("recording"), at, ...over };
}

/** A queue in a database of its own; a job is tried three times at once. */
async function aQueue(): Promise<RunningQueue> {
  const { url } = await aDatabase();
  const database = openQueue(url);
  const queue = await startQueue({
    database,
    log: makeLog("silent"),
    retries: { retryLimit: 2, retryDelay: 0 },
    lookEverySeconds: 0.5,
  });
  onTestFinished(async () => {
    await queue.stop();
    await database.close();
  });
  return queue;
}

/** Resolves when `done` has been called `times` times. */
function countdown(times: number): { readonly done: () => void; readonly reached: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let left = times;
  return { done: () => (left -= 1) === 0 && resolve(), reached: promise } as never;
}

test("a job is done once, however often its recording is reported", async () => {
  const queue = await aQueue();
  const seen: FetchRecording[] = [];
  const { done, reached } = countdown(2);
  await queue.fetchRecording(aJob());
  await queue.fetchRecording(aJob({ recording: anId("made for the repetition") }));
  const other = aJob({ at: { ...aJob().at, ref: "RE2" } });
  await queue.fetchRecording(other);

  await queue.work(async (job) => {
    seen.push(job);
    done();
  });
  await reached;

  expect(seen.toSorted((a, b) => (a.at.ref < b.at.ref ? -1 : 1))).toEqual([aJob(), other]);
});

test("a job that fails is tried again, then lies dead where its own account sees it, and can be tried anew", async () => {
  const queue = await aQueue();
  let isThere = false;
  const failures = countdown(3);
  const success = countdown(1);
  await queue.fetchRecording(aJob());

  await queue.work(async () => {
    if (isThere) return success.done();
    failures.done();
    throw new RecordingUnavailable("carrier_unreachable");
  });
  await failures.reached;
  const dead = await expect
    .poll(() => queue.dead(account, 10), { timeout: 20_000 })
    .toHaveLength(1)
    .then(() => queue.dead(account, 10));

  const [first] = dead;
  expect(first).toMatchObject({ kind: "fetch-recording", call: anId("call"), why: "carrier_unreachable", attempts: 3 });
  expect(await queue.dead(anId("another account"), 10)).toEqual([]);
  expect(await queue.retry(anId("another account"), first?.id ?? "")).toBe(false);
  isThere = true;
  expect(await queue.retry(account, first?.id ?? "")).toBe(true);
  await success.reached;
  expect(await queue.dead(account, 10)).toEqual([]);
});

test("the queue acts as a role that row-level security holds", async () => {
  const { url } = await aDatabase();
  const database = openQueue(url);
  onTestFinished(() => database.close());

  const { rows } = await database.executeSql(
    "select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user",
  );

  expect(rows).toEqual([{ rolname: "ringtrail_api", rolsuper: false, rolbypassrls: false }]);
});

test("the state counts what waits", async () => {
  const queue = await aQueue();
  await queue.fetchRecording(aJob());

  expect(await queue.states()).toEqual([{ kind: "fetch-recording", waiting: 1, running: 0, dead: 0 }]);
  expect(queue.isRunning()).toBe(true);
  await queue.stop();
  expect(queue.isRunning()).toBe(false);
});
