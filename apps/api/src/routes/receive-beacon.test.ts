import { SwapResponse } from "@ringtrail/api-contract";
import { leaseState } from "@ringtrail/core/number-pool";
import { at } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aSwap, post } from "../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";

/** A visit that has just landed. */
async function landed(app: TestApp): Promise<SwapResponse> {
  return SwapResponse.parse(await (await post(app, "/v1/swap", aSwap(app))).json());
}

function tell(app: TestApp, { visit, token }: SwapResponse, events: readonly object[], over = {}): Promise<Response> {
  return post(app, "/v1/beacon", { site: app.shop.siteKey, visit, token, events, ...over });
}

async function stateOf({ world, shop }: TestApp, time: string) {
  const states = await world.pools.states(shop.account, at(time));
  const state = states.find(({ lease }) => lease.visit !== undefined);
  return state && leaseState(state.lease, shop.pool, at(time));
}

test("204: a real interaction makes the lease firm, heartbeats keep it, silence ends it", async () => {
  const app = await aTestApp();
  const visit = await landed(app);
  app.clock.pass(2_000);

  const response = await tell(app, visit, [{ kind: "interaction", ago: 100 }]);

  expect(response.status).toBe(204);
  expect(await stateOf(app, "10:00:10")).toBe("active");
  app.clock.pass(28_000);
  await tell(app, visit, [{ kind: "alive", ago: 0 }]);
  expect(await stateOf(app, "10:05:20")).toBe("grace");
  expect(await stateOf(app, "10:05:31")).toBe("resting");
});

test("204: a page that is merely open keeps nothing", async () => {
  const app = await aTestApp();
  const visit = await landed(app);
  app.clock.pass(3_000);

  expect((await tell(app, visit, [{ kind: "alive", ago: 0 }])).status).toBe(204);

  expect(await stateOf(app, "10:00:06")).toBe("resting");
});

test("204: pages, taps, copies and leaving are kept with their own instants", async () => {
  const app = await aTestApp();
  const visit = await landed(app);
  const number = visit.numbers[0]?.number ?? "";
  app.clock.pass(60_000);

  const page = { url: "https://plumber.example/services", referrer: "", title: "Services" };
  await tell(app, visit, [
    { kind: "page", ago: 30_000, page },
    { kind: "copy", ago: 8_000, number },
    { kind: "tap", ago: 5_000, number },
    { kind: "hidden", ago: 0 },
  ]);

  const { shop, world } = app;
  const story = await world.visits.story(shop.account, visit.visit as never);
  expect(story?.pages.map(({ path, at: seen }) => [path, seen])).toEqual([
    ["/", at("10:00")],
    ["/services", at("10:00:30")],
  ]);
  const [holding] = await world.visits.holdings(shop.account, number as never, at("10:01:05"), 60_000 * 60);
  expect(holding).toMatchObject({ tappedAgoMs: 10_000, copiedAgoMs: 13_000, hiddenAgoMs: 5_000, device: "phone" });
});

const badTokens: [why: string, over: (visit: SwapResponse) => object][] = [
  ["an empty token", () => ({ token: "" })],
  ["a token that was changed", ({ token }) => ({ token: `x${token}` })],
  ["another visit's token", () => ({ visit: "0196f0f0-0000-7000-8000-000000000000" })],
];

test.each(badTokens)("403: %s counts for nothing", async (_why, over) => {
  const app = await aTestApp();
  const visit = await landed(app);

  const response = await tell(app, visit, [{ kind: "interaction", ago: 0 }], over(visit));

  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: "token_invalid", field: "token" });
  expect(await stateOf(app, "10:00:06")).toBe("resting");
});

test("403: a foreign origin keeps nobody's number", async () => {
  const app = await aTestApp();
  const visit = await landed(app);
  const body = { site: app.shop.siteKey, visit: visit.visit, token: visit.token, events: [{ kind: "alive", ago: 0 }] };

  const response = await post(app, "/v1/beacon", body, { origin: "https://evil.example" });

  expect(await response.json()).toMatchObject({ status: 403, code: "origin_not_allowed" });
});

test("404: a visitor who was forgotten stays forgotten", async () => {
  const app = await aTestApp();
  const visit = await landed(app);
  await app.world.visits.forgetVisitor(app.shop.account, visit.visitor as never);

  const response = await tell(app, visit, [{ kind: "hidden", ago: 0 }]);

  expect(await response.json()).toMatchObject({ status: 404, code: "visit_unknown" });
});

const badBodies: [status: number, code: string, body: unknown][] = [
  [400, "body_not_json", "visit=1"],
  [413, "body_too_long", "x".repeat(20_000)],
  [422, "body_invalid", { site: "x", visit: "0196f0f0-0000-7000-8000-000000000000", token: "t", events: [] }],
];

test.each(badBodies)("%i: %s", async (status, code, body) => {
  const app = await aTestApp();

  expect(await (await post(app, "/v1/beacon", body)).json()).toMatchObject({ status, code });
});
