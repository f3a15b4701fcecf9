import { aRuleSet } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aTestApp } from "../../testing/test-app.ts";

test("200: alive says the version, whatever else is wrong", async () => {
  const { app } = await aTestApp({}, () => ({ isDatabaseUp: async () => false }));

  const response = await app.request("/healthz");

  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "alive", version: "1.2.3" });
});

test("200: ready names the queue's state and the law that is loaded", async () => {
  const { app } = await aTestApp({}, () => ({ law: aRuleSet({ name: "current", version: "9.9.9" }) }));

  const response = await app.request("/readyz");

  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    status: "ready",
    checks: { database: "ready", jobs: "ready", ruleSet: "ready" },
    queues: [{ kind: "fetch-recording", waiting: 0, running: 0, dead: 0 }],
    ruleSet: { name: "current", version: "9.9.9" },
  });
});

test("503: each missing part is named", async () => {
  const { app } = await aTestApp({}, () => ({ isDatabaseUp: async () => false }));

  const response = await app.request("/readyz");

  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    status: "not_ready",
    checks: { database: "down", jobs: "down", ruleSet: "missing" },
  });
});

test("200: a refused law is named with what is wrong; calls are announced, so the server can do its work", async () => {
  const refused = { code: "rule_set_hash_wrong", where: "US" };
  const { app } = await aTestApp({}, () => ({ law: aRuleSet({ standsInFor: refused }), lawRefused: refused }));

  const response = await app.request("/readyz");

  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    status: "ready",
    checks: { ruleSet: "refused" },
    ruleSetRefused: refused,
  });
});
