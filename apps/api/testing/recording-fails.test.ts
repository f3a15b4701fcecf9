import type { CallFacts } from "@ringtrail/core/ports";
import { expect, test } from "vitest";
import { aDatabase } from "./a-database.ts";
import { aCarrierFor, aServer } from "./a-running-server.ts";

test("the carrier's recording breaks: the call goes on to its end, and is told without one and why", async () => {
  const { url: databaseUrl } = await aDatabase();
  const server = await aServer({ databaseUrl });
  const carrier = await aCarrierFor(server);

  const told = await carrier.call({ to: "+14155550121", talkSeconds: 20, faults: { recordingFails: true } });

  expect(told.legs).toMatchObject([{ to: "+14155550199", status: "completed", seconds: 20 }]);
  expect(told.recordings).toMatchObject([{ status: "failed" }]);
  const { account } = carrier.seeded;
  const read = async (): Promise<CallFacts | undefined> => {
    const page = await server.deps.calls.list(account, { cursor: undefined, limit: 2 });
    const [call] = page.ok ? page.value.calls : [];
    return call && server.deps.calls.facts(account, call.id);
  };
  await expect.poll(async () => (await read())?.state.recordingAbsent, { timeout: 30_000 }).toBe("failed");
  const facts = await read();
  expect(facts?.state).toMatchObject({ phase: "ended", businessEnd: "answered", talkMs: 20_000, recording: undefined });
  // Nothing is fetched, tried again or given up: there is nothing to fetch.
  expect(await server.deps.jobs.states()).toMatchObject([{ kind: "fetch-recording", waiting: 0, running: 0, dead: 0 }]);
});
