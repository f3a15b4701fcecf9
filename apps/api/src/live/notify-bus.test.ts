import { instant, type AccountId, type CallId } from "@ringtrail/core";
import { anId } from "@ringtrail/core/testing";
import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { aDatabase } from "../../testing/a-database.ts";
import { makeLog } from "../make-log.ts";
import { newId } from "../new-id.ts";
import type { LiveBus, LiveWord } from "./live-bus.ts";
import { notifyBus } from "./notify-bus.ts";

const account: AccountId = anId("account");
const call: CallId = anId("call");

/** A process's bus on this database. */
async function aBus(url: string): Promise<LiveBus> {
  const sql = postgres(url, { max: 2, onnotice: () => undefined, backoff: () => 0.05 });
  const { bus, stop } = await notifyBus(sql, () => instant(Date.now()), newId, makeLog("silent"));
  onTestFinished(async () => {
    await stop();
    await sql.end({ timeout: 1 });
  });
  return bus;
}

/** The first words a listener of the account is told. */
function firstWord(bus: LiveBus): Promise<LiveWord> {
  return new Promise((resolve) => bus.subscribe(account, undefined, resolve));
}

test("news of one process is heard in every other one on the database", async () => {
  const { url } = await aDatabase();
  const [here, there] = [await aBus(url), await aBus(url)];
  const heard = firstWord(there);

  here.publish({ account, kind: "call_rang", call });

  expect(await heard).toMatchObject({ missed: false, event: { account, kind: "call_rang", call } });
});

test("after the database was away, listeners are told that news may be missing", async () => {
  const { url, superuserUrl } = await aDatabase();
  const bus = await aBus(url);
  const heard = firstWord(bus);
  const superuser = postgres(superuserUrl, { max: 1 });

  await superuser`select pg_terminate_backend(pid) from pg_stat_activity
                  where datname = current_database() and pid <> pg_backend_pid()`;
  await superuser.end();

  expect(await heard).toEqual({ missed: true });
});
