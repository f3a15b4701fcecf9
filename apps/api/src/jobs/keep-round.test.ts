import { openQueue } from "@ringtrail/database";
import { expect, onTestFinished, test } from "vitest";
import { aDatabase } from "../../testing/a-database.ts";
import { makeLog } from "../make-log.ts";
import { startQueue, type RunningQueue } from "./start-queue.ts";

/** Queues of as many processes on one database. */
async function queues(count: number): Promise<readonly RunningQueue[]> {
  const { url } = await aDatabase();
  const opened: RunningQueue[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const database = openQueue(url);
    const queue = await startQueue({ database, log: makeLog("silent") });
    onTestFinished(async () => {
      await queue.stop();
      await database.close();
    });
    opened.push(queue);
  }
  return opened;
}

test("a round two processes ask for is done once in its span of time", async () => {
  const [first, second] = await queues(2);
  let done = 0;
  const round = { name: "count", everySeconds: 3_600, work: async () => void (done += 1) };

  await first?.keepRound(round);
  await second?.keepRound(round);

  await expect.poll(() => done, { timeout: 30_000 }).toBe(1);
  // What was asked for a second time would be done by the next look of either process.
  await Promise.all([first?.stop(), second?.stop()]);
  expect(done).toBe(1);
});

test("a round that breaks off is logged and holds up no other", async () => {
  const [queue] = await queues(1);
  let done = 0;

  await queue?.keepRound({ name: "broken", everySeconds: 3_600, work: () => Promise.reject(new Error("broken")) });
  await queue?.keepRound({ name: "sound", everySeconds: 3_600, work: async () => void (done += 1) });

  await expect.poll(() => done, { timeout: 30_000 }).toBe(1);
});
