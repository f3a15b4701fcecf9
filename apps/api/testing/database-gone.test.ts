import { expect, test } from "vitest";
import { aKillableDatabase } from "./a-killable-database.ts";
import { aCarrierFor, aServer } from "./a-running-server.ts";
import { liveWords } from "./live-words.ts";

test("PostgreSQL is killed in the middle of a call: the business is reached, unrecorded, and the call is healed", async () => {
  const database = await aKillableDatabase();
  const server = await aServer({ databaseUrl: database.url });
  const { deps, url } = server;
  const carrier = await aCarrierFor(server, { speed: 8 });
  const { account } = carrier.seeded;
  const words = liveWords(deps.live, account);

  const { sid } = await carrier.ring({ to: "+14155550121", talkSeconds: 20 });
  await words.until("call_matched");
  await database.kill();
  const told = await carrier.whenDone(sid);

  expect(told.documents.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(told.legs).toMatchObject([{ to: "+14155550199", status: "completed", seconds: 20 }]);
  expect(told.recordings).toEqual([]);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ checks: { database: "down" } });

  await database.restart();
  await words.until("call_changed");
  const stateNow = async () => {
    const page = await deps.calls.list(account, { cursor: undefined, limit: 10 });
    return page.ok ? page.value.calls.map(({ state }) => [state.phase, state.talkMs]) : [];
  };
  await expect.poll(stateNow, { timeout: 30_000 }).toEqual([["ended", 20_000]]);
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 30_000 }).toBe(200);
});

test("a call that rings while PostgreSQL is dead reaches the business and is stored afterwards", async () => {
  const database = await aKillableDatabase();
  const server = await aServer({ databaseUrl: database.url });
  const { deps } = server;
  const carrier = await aCarrierFor(server, { speed: 8 });
  const { account } = carrier.seeded;
  await database.kill();

  const told = await carrier.call({ to: "+14155550121", talkSeconds: 5 });

  expect(told.legs).toMatchObject([{ to: "+14155550199", status: "completed" }]);
  expect(told.documents.map(({ why, status }) => [why, status])).toEqual([
    ["voice", 200],
    ["dial", 200],
  ]);
  await database.restart();
  const healed = async () => {
    const page = await deps.calls.list(account, { cursor: undefined, limit: 10 });
    const [call] = page.ok ? page.value.calls : [];
    return call && (await deps.calls.facts(account, call.id));
  };
  await expect.poll(healed, { timeout: 30_000 }).toMatchObject({ healed: true, state: { phase: "ended" } });
  expect((await healed())?.match).toBeDefined();
});
