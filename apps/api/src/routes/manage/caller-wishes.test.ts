import { CallerErased, CallerExport } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { aToldCall, toldCaller } from "../../../testing/a-told-call.ts";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aTestApp } from "../../../testing/test-app.ts";

async function aCaller() {
  const testApp = await aTestApp();
  const told = await aToldCall(testApp);
  const ask = await aKey(testApp, ["callers:care", "calls:read"]);
  return { ...testApp, ...told, ask };
}

test("200: a caller's calls are told, and that somebody looked is written down without the number", async () => {
  const { ask, call, deps, shop } = await aCaller();

  const answer = await ask("/v1/callers/exports", { body: { phone: toldCaller } });

  const { calls } = CallerExport.parse(await answer.json());
  expect(calls).toEqual([{ id: call, rangAt: expect.any(String), name: "Ada Example", recorded: true }]);
  const [entry] = await deps.accounts.auditLog(shop.account, 1);
  expect(entry).toMatchObject({ action: "caller.exported", facts: { calls: 1 } });
  expect(JSON.stringify(entry)).not.toContain(toldCaller.slice(2));
});

test("200: a caller who asks is forgotten with the recording, and the call stays a figure", async () => {
  const { ask, call, recording, deps, shop } = await aCaller();

  const erased = await ask("/v1/callers/erasures", { body: { phone: toldCaller } });

  expect(CallerErased.parse(await erased.json())).toEqual({ calls: 1, recordings: 1, held: 0 });
  expect(await deps.care.caller(shop.account, call)).toBeUndefined();
  expect(await deps.care.recording(shop.account, recording)).toBeUndefined();
  expect((await ask(`/v1/calls/${call}`)).status).toBe(200);
  const again = await ask("/v1/callers/exports", { body: { phone: toldCaller } });
  expect(await again.json()).toEqual({ calls: [] });
});

test("403: only with the scope, and 422: only for a number", async () => {
  const testApp = await aTestApp();
  const reader = await aKey(testApp, ["callers:read", "calls:read"]);
  const ask = await aKey(testApp, ["callers:care"]);
  for (const door of ["exports", "erasures"]) {
    expect((await reader(`/v1/callers/${door}`, { body: { phone: toldCaller } })).status).toBe(403);
    const malformed = await ask(`/v1/callers/${door}`, { body: { phone: "nobody" } });
    expect([malformed.status, (await problemIn(malformed))["code"]]).toEqual([422, "phone_malformed"]);
  }
});
