import { JobList, TestCall } from "@ringtrail/api-contract";
import type { CallId } from "@ringtrail/core";
import { aConnection, anId, at } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aCarrierDoor } from "../../../testing/a-carrier-door.ts";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";

const path = "/v1/test-calls";

/** Makes the shop's connection lead to this carrier. */
async function connect({ deps, shop }: TestApp, apiBase: string): Promise<void> {
  const nth = shop.siteKey.replace("shop-", "");
  await deps.accounts.saveConnection({ ...aConnection(shop.account, nth), apiBase });
}

test("202: the fake carrier is asked to ring one of the account's numbers", async () => {
  const testApp = await aTestApp();
  const carrier = await aCarrierDoor();
  await connect(testApp, carrier.url);
  const ask = await aKey(testApp, ["calls:write"]);

  const answer = await ask(path, { body: { to: testApp.shop.source.e164, from: "+12065550188", talkSeconds: 3 } });

  expect(answer.status).toBe(202);
  expect(TestCall.parse(await answer.json())).toEqual({ carrierRef: "CA1", to: testApp.shop.source.e164 });
  expect(carrier.asked).toEqual([{ to: testApp.shop.source.e164, from: "+12065550188", talkSeconds: 3 }]);
});

test("202: a repetition under its Idempotency-Key rings nobody twice", async () => {
  const testApp = await aTestApp();
  const carrier = await aCarrierDoor();
  await connect(testApp, carrier.url);
  const ask = await aKey(testApp, ["calls:write"]);
  const asked = { body: { to: testApp.shop.source.e164 }, headers: { "idempotency-key": "ring-1" } };

  await ask(path, asked);
  await ask(path, asked);

  expect(carrier.asked).toHaveLength(1);
});

test("202: a caller may withhold the number", async () => {
  const testApp = await aTestApp();
  const carrier = await aCarrierDoor();
  await connect(testApp, carrier.url);
  const ask = await aKey(testApp, ["calls:write"]);

  await ask(path, { body: { to: testApp.shop.source.e164, from: "anonymous" } });

  expect(carrier.asked).toMatchObject([{ from: "anonymous" }]);
});

test.each([
  [422, "phone_malformed", "to", { to: "call me" }],
  [422, "phone_malformed", "from", { to: "+14155550100", from: "me" }],
  [404, "number_unknown", "to", { to: "+14155550100" }],
])("%i: %s", async (status, code, field, body) => {
  const ask = await aKey(await aTestApp(), ["calls:write"]);

  const answer = await ask(path, { body });

  expect(answer.status).toBe(status);
  expect(await problemIn(answer)).toMatchObject({ code, field });
});

test("502: a fake carrier that does not answer", async () => {
  const testApp = await aTestApp();
  const ask = await aKey(testApp, ["calls:write"]);

  const answer = await ask(path, { body: { to: testApp.shop.source.e164 } });

  expect(answer.status).toBe(502);
  expect(await problemIn(answer)).toMatchObject({ code: "carrier_unreachable" });
});

test("409: a real carrier is never asked for a test call", async () => {
  const testApp = await aTestApp({}, ({ directory }) => ({
    directory: {
      ...directory,
      connectionById: async (id) => {
        const connection = await directory.connectionById(id);
        return connection && { ...connection, carrier: "twilio" };
      },
    },
  }));
  const ask = await aKey(testApp, ["calls:write"]);

  const answer = await ask(path, { body: { to: testApp.shop.source.e164 } });

  expect(answer.status).toBe(409);
  expect(await problemIn(answer)).toMatchObject({ code: "carrier_not_fake" });
});

test("200: queues and given-up jobs are to be seen, and one can be tried again", async () => {
  const retried: string[] = [];
  const dead = { id: "job-1", kind: "fetch-recording", call: anId<CallId>("call"), attempts: 8 } as const;
  const testApp = await aTestApp({}, ({ jobs }) => ({
    jobs: {
      ...jobs,
      dead: async (account) => [{ ...dead, account, why: "carrier_unreachable", at: at("09:00") }],
      retry: async (_account, id) => id === "job-1" && retried.push(id) === 1,
    },
  }));
  const ask = await aKey(testApp, ["jobs:read", "jobs:write"]);

  const jobs = JobList.parse(await (await ask("/v1/jobs")).json());

  expect(jobs.queues).toEqual([{ kind: "fetch-recording", waiting: 0, running: 0, dead: 0 }]);
  expect(jobs.dead).toMatchObject([{ id: "job-1", why: "carrier_unreachable", at: "2026-03-02T09:00:00.000Z" }]);
  expect((await ask("/v1/jobs/job-1/retries", { method: "POST" })).status).toBe(204);
  expect((await ask("/v1/jobs/job-2/retries", { method: "POST" })).status).toBe(404);
  expect(retried).toEqual(["job-1"]);
});
