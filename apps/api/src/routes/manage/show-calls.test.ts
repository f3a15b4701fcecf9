import { CallDetail, CallList, PoolList, SessionShown, SiteList } from "@ringtrail/api-contract";
import { aCall, at, seedShop } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aToldCall, toldCaller } from "../../../testing/a-told-call.ts";
import { aTestApp } from "../../../testing/test-app.ts";

test("200: the list holds a call's number, state and credit, and nothing of the caller", async () => {
  const testApp = await aTestApp();
  const { call } = await aToldCall(testApp);
  const ask = await aKey(testApp, ["calls:read", "callers:read"]);

  const answer = await ask("/v1/calls");

  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const text = await answer.text();
  expect(text).not.toContain(toldCaller.slice(-7));
  const { calls, next } = CallList.parse(JSON.parse(text));
  expect(next).toBeUndefined();
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({
    id: call,
    number: testApp.shop.numbers[0]?.e164,
    rangAt: "2026-03-02T10:00:00.000Z",
    state: { phase: "ended", businessEnd: "answered", talkMs: 120_000 },
    matchKind: "exact",
    touch: { source: "google", medium: "cpc" },
  });
});

test("200: pages follow each other until the last one, and filters leave out the rest", async () => {
  const testApp = await aTestApp();
  const { deps, shop } = testApp;
  for (const [nth, time] of ["10:00", "10:01", "10:02"].entries()) {
    const ring = { number: shop.source.id, connection: shop.connection, site: shop.site, carrierRef: `CA${nth}` };
    await deps.calls.ring(shop.account, aCall({ ...ring, id: deps.newId(), rangAt: at(time) }));
  }
  const ask = await aKey(testApp, ["calls:read"]);
  const list = async (query: string): Promise<CallList> =>
    CallList.parse(await (await ask(`/v1/calls${query}`)).json());

  const first = await list("?limit=2");
  const second = await list(`?limit=2&cursor=${encodeURIComponent(first.next ?? "")}`);
  const filtered = await list("?from=2026-03-02T10:01:00Z&before=2026-03-02T10:02:00Z");

  expect([first, second].map(({ calls }) => calls.map(({ rangAt }) => rangAt.slice(14, 16)))).toEqual([
    ["02", "01"],
    ["00"],
  ]);
  expect(second.next).toBeUndefined();
  expect(filtered.calls.map(({ rangAt }) => rangAt)).toEqual(["2026-03-02T10:01:00.000Z"]);
});

test.each([
  ["parameter_invalid", "limit", "limit=0"],
  ["parameter_invalid", "limit", "limit=many"],
  ["parameter_invalid", "from", "from=yesterday"],
  ["parameter_invalid", "site", "site=demo"],
  ["cursor_malformed", "cursor", "cursor=made-up"],
])("422: %s names %s (%s)", async (code, field, query) => {
  const ask = await aKey(await aTestApp(), ["calls:read"]);

  const answer = await ask(`/v1/calls?${query}`);

  expect(answer.status).toBe(422);
  expect(await problemIn(answer)).toMatchObject({ code, field });
});

test("200: the call page tells the whole story in the contract's shape", async () => {
  const testApp = await aTestApp();
  const { call, recording } = await aToldCall(testApp);
  const ask = await aKey(testApp, ["calls:read"]);

  const detail = CallDetail.parse(await (await ask(`/v1/calls/${call}`)).json());

  expect(detail.pages).toHaveLength(1);
  expect(detail.landing?.host).toBeDefined();
  expect(detail.match?.candidates[0]?.factors.every(({ words }) => words.endsWith("."))).toBe(true);
  expect(detail.timeline.map(({ kind }) => kind)).toEqual([
    "visit_began",
    "shown",
    "rang",
    "notice_ended",
    "answered",
    "recording_started",
    "dial_ended",
    "ended",
    "recording_ready",
    "recording_stored",
  ]);
  expect(detail.decision).toMatchObject({ applied: "announce", headline: "Announce first, then record." });
  expect(detail.decision?.citations[0]?.text).toBe("Cal. Penal Code § 632");
  expect(detail.proofs.map(({ sequence, kind }) => [sequence, kind])).toEqual([
    [1, "decided"],
    [2, "heard"],
  ]);
  expect(detail.recording).toMatchObject({ id: recording, channels: 2, size: 1_000 });
});

test("200: a caller is masked for calls:read, and shown in full to callers:read, which is written down", async () => {
  const testApp = await aTestApp();
  const { call } = await aToldCall(testApp);
  const { accounts } = testApp.deps;
  const masked = await (await aKey(testApp, ["calls:read"]))(`/v1/calls/${call}`);
  expect((await accounts.auditLog(testApp.shop.account, 9)).map(({ action }) => action)).not.toContain("caller.seen");
  const inFull = await (await aKey(testApp, ["calls:read", "callers:read"]))(`/v1/calls/${call}`);

  expect(await masked.json()).toMatchObject({ caller: { number: "+1••••••••23", isMasked: true } });
  expect(await inFull.json()).toMatchObject({ caller: { number: toldCaller, name: "Ada Example", isMasked: false } });
  expect(await accounts.auditLog(testApp.shop.account, 1)).toMatchObject([{ action: "caller.seen", object: call }]);
  expect(testApp.logged.join("\n")).not.toContain(toldCaller.slice(2));
});

test.each([
  ["parameter_invalid", 422, "not-an-id"],
  ["call_unknown", 404, "0199f3c2-0000-7000-8000-000000000001"],
])("%s: a call by the id of none", async (code, status, id) => {
  const ask = await aKey(await aTestApp(), ["calls:read"]);

  const answer = await ask(`/v1/calls/${id}`);

  expect(answer.status).toBe(status);
  expect(await problemIn(answer)).toMatchObject({ code });
});

test("404: another account's call does not exist", async () => {
  const testApp = await aTestApp();
  const { call } = await aToldCall(testApp);
  const stranger = await seedShop(testApp.world);

  const answer = await (await aKey(testApp, ["calls:read"], { account: stranger.account }))(`/v1/calls/${call}`);

  expect(answer.status).toBe(404);
});

test("200: pools show each number where it is, source numbers beside them; sites show their settings", async () => {
  const testApp = await aTestApp({ slices: ["paid_search", "any"] });
  await aToldCall(testApp);
  const ask = await aKey(testApp, ["pools:read", "sites:read"]);

  const { pools } = PoolList.parse(await (await ask("/v1/pools")).json());
  const { sites } = SiteList.parse(await (await ask("/v1/sites")).json());

  expect(pools).toHaveLength(1);
  expect(pools[0]?.numbers.map(({ slice, state }) => `${slice} ${state}`).toSorted()).toEqual([
    "any free",
    "paid_search active",
    "paid_search source",
  ]);
  expect(sites[0]).toMatchObject({ key: testApp.shop.siteKey, regime: "opt-in", pools: [testApp.shop.pool.id] });
});

test("200: a key learns which account it is for and what it may do", async () => {
  const ask = await aKey(await aTestApp(), ["calls:read"]);

  const session = SessionShown.parse(await (await ask("/v1/session")).json());

  expect(session).toMatchObject({ by: "key", name: "test", scopes: ["calls:read"] });
});

test("200: what a carrier reported in two webhooks stands in the timeline once", async () => {
  const testApp = await aTestApp();
  const { call } = await aToldCall(testApp);
  const again = { kind: "dial_ended", at: at("10:02:11"), key: "leg", end: "answered", talkMs: 120_000 } as const;
  await testApp.deps.calls.append(testApp.shop.account, call, again);
  const ask = await aKey(testApp, ["calls:read"]);

  const { timeline } = CallDetail.parse(await (await ask(`/v1/calls/${call}`)).json());

  expect(timeline.filter(({ kind }) => kind === "dial_ended")).toHaveLength(1);
});
