import { SwapResponse } from "@ringtrail/api-contract";
import { aRuleSet, at } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aSwap, post } from "../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";

async function swap(app: TestApp, over = {}, headers = {}): Promise<SwapResponse> {
  const response = await post(app, "/v1/swap", aSwap(app, over), headers);
  expect(response.status).toBe(200);
  return SwapResponse.parse(await response.json());
}

async function heldNumbers({ world, shop }: TestApp, time = "10:00:01"): Promise<number> {
  const states = await world.pools.states(shop.account, at(time));
  return states.filter(({ lease }) => lease.until !== undefined && lease.until > at(time)).length;
}

test("200: a visit from an ad borrows a number of its own, provisionally, and gets a token", async () => {
  const app = await aTestApp({ slices: ["paid_search", "direct"] });

  const answer = await swap(app);

  const [paid] = app.shop.numbers;
  expect(answer.numbers).toEqual([
    {
      target: app.shop.target,
      e164: paid?.e164,
      number: paid?.id,
      how: "free",
      country: "1",
      national: paid?.e164.slice(2),
      find: expect.any(String),
      takes: ["call"],
    },
  ]);
  expect(answer.token).not.toBe("");
  const [state] = (await app.world.pools.states(app.shop.account, at("10:00"))).filter(
    ({ slice }) => slice === "paid_search",
  );
  expect(state?.lease).toMatchObject({ visit: answer.visit, firm: false, until: at("10:00:05") });
});

test("200: a visitor from New York borrows a number of New York, if one is free", async () => {
  const areaCodes = new Map(
    Object.entries({ "415": "US-CA", "212": "US-NY" }).map(
      ([code, place]) => [code, { places: [place], placeless: undefined }] as const,
    ),
  );
  const app = await aTestApp({ slices: ["any", "any", "any"], areas: ["415", "212", "415"] }, () => ({
    law: aRuleSet({ areaCodes }),
    places: { regionOf: () => ({ code: "US-NY", certainty: 0.8 }) },
  }));

  const ann = await swap(app);
  const bob = await swap(app);

  expect([ann, bob].map(({ numbers }) => numbers[0]?.e164)).toEqual([1, 0].map((nth) => app.shop.numbers[nth]?.e164));
});

test("200: the visit is stored with its landing, touch and first page", async () => {
  const app = await aTestApp();
  const url = "https://plumber.example/a?utm_source=google&utm_medium=cpc&utm_campaign=spring&utm_term=leak&gclid=1";

  const { visit } = await swap(app, { page: { url, referrer: "", title: "A" } });

  const story = await app.world.visits.story(app.shop.account, visit as never);
  expect(story?.touch).toMatchObject({ channel: "paid_search", source: "google", medium: "cpc", campaign: "spring" });
  expect(story?.touch.keyword).toBe("leak");
  expect(story?.pages).toEqual([{ path: "/a", title: "A", at: at("10:00") }]);
});

test("200: a reload continues the visit and keeps its number", async () => {
  const app = await aTestApp();
  const first = await swap(app);

  const { visitor, visit, token } = first;
  const again = await swap(app, { visitor, visit, token });

  expect(again.visit).toBe(visit);
  expect(again.numbers[0]).toMatchObject({ e164: first.numbers[0]?.e164, how: "kept" });
});

test("200: a visit without its token is a new one: nobody continues another's visit", async () => {
  const app = await aTestApp();
  const { visit, token } = await swap(app);

  expect((await swap(app, { visit })).visit).not.toBe(visit);
  expect((await swap(app, { visit, token: `${token}x` })).visit).not.toBe(visit);
});

test("200: a visitor who comes back gets the former number", async () => {
  const app = await aTestApp({ slices: ["any", "any", "any"] });
  const before = await swap(app);
  app.clock.pass(3_600_000);

  const back = await swap(app, { visitor: before.visitor });

  expect(back.visit).not.toBe(before.visit);
  expect(back.numbers[0]).toMatchObject({ e164: before.numbers[0]?.e164, how: "kept" });
});

const unlent: [why: string, body: object, headers: Record<string, string>, how: string][] = [
  ["a refusal: the page's own number", { consent: { choice: "denied", optOutSignal: false } }, {}, "own"],
  ["no answer yet: the source's number", { consent: { choice: "unanswered", optOutSignal: false } }, {}, "source"],
  ["a search engine", {}, { "user-agent": "Googlebot/2.1" }, "own"],
  ["a headless browser", {}, { "user-agent": "Mozilla/5.0 HeadlessChrome/149.0.0.0" }, "own"],
  ["a page rendered ahead of a click", {}, { "sec-purpose": "prefetch;prerender" }, "own"],
  ["a page without a web address", { page: { url: "file:///x", referrer: "", title: "" } }, {}, "own"],
];

test.each(unlent)("200: %s; nothing is lent or stored", async (_why, body, headers, how) => {
  const app = await aTestApp({ slices: ["any"] });

  const answer = await swap(app, body, headers);

  const expected = how === "own" ? "+1" : app.shop.source.e164;
  expect(answer.numbers[0]?.how).toBe(how);
  expect(answer.numbers[0]?.e164).toContain(expected);
  expect(answer.token).toBe("");
  expect(await heldNumbers(app)).toBe(0);
  expect(await app.world.visits.story(app.shop.account, answer.visit as never)).toBeUndefined();
});

test("200: a page without a visible target number lends nothing, and its visit is stored", async () => {
  const app = await aTestApp();

  const answer = await swap(app, { targets: [] });

  expect(answer.numbers).toEqual([]);
  expect(await heldNumbers(app)).toBe(0);
  expect(await app.world.visits.story(app.shop.account, answer.visit as never)).toBeDefined();
});

test("200: a yes to this site counts more than the browser's general opt-out", async () => {
  const app = await aTestApp();

  expect((await swap(app, {}, { "sec-gpc": "1" })).numbers[0]?.how).toBe("free");
});

test("200: the page may read the answer, and a server of another domain sets no cookie", async () => {
  const app = await aTestApp();

  const response = await post(app, "/v1/swap", aSwap(app));

  expect(response.headers.get("access-control-allow-origin")).toBe("https://plumber.example");
  expect(response.headers.get("access-control-allow-credentials")).toBe("true");
  expect(response.headers.get("set-cookie")).toBeNull();
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("vary")).toContain("Origin");
  expect(response.headers.get("ratelimit")).toBe('"swap";r=119;t=1');
});

const bad: [
  status: number,
  code: string,
  field: string,
  body: (app: TestApp) => unknown,
  headers: Record<string, string>,
][] = [
  [404, "site_unknown", "site", (app) => aSwap(app, { site: "nobody" }), {}],
  [403, "origin_not_allowed", "Origin", (app) => aSwap(app), { origin: "https://evil.example" }],
  [403, "origin_not_allowed", "Origin", (app) => aSwap(app), { origin: "null" }],
  [400, "body_not_json", "body", () => "{ no json", {}],
  [413, "body_too_long", "body", () => JSON.stringify({ site: "x".repeat(17_000) }), {}],
  [422, "body_invalid", "targets.0", (app) => aSwap(app, { targets: ["no id"] }), {}],
  [
    422,
    "body_invalid",
    "consent.choice",
    (app) => aSwap(app, { consent: { choice: "maybe", optOutSignal: false } }),
    {},
  ],
  [
    422,
    "body_invalid",
    "page.url",
    (app) => aSwap(app, { page: { url: "x".repeat(9_000), referrer: "", title: "" } }),
    {},
  ],
];

test.each(bad)("%i: %s names the field %s", async (status, code, field, body, headers) => {
  const app = await aTestApp();

  const response = await post(app, "/v1/swap", body(app), headers);

  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  expect(await response.json()).toMatchObject({ status, code, field, type: `https://ringtrail.dev/problems/${code}` });
  expect(await heldNumbers(app)).toBe(0);
});

test("429: a network that asks too often waits, and is told for how long", async () => {
  const app = await aTestApp();
  for (let nth = 0; nth < 120; nth += 1) await post(app, "/v1/swap", "{}");

  const response = await post(app, "/v1/swap", aSwap(app));

  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("1");
  expect(await response.json()).toMatchObject({ code: "rate_limited" });
  app.clock.pass(1_000);
  expect((await post(app, "/v1/swap", aSwap(app))).status).toBe(200);
});

test("503: a database that is away is no fault of the page's", async () => {
  const app = await aTestApp({}, ({ directory }) => ({
    directory: { ...directory, siteByKey: () => Promise.reject(Object.assign(new Error(), { code: "ECONNREFUSED" })) },
  }));

  expect((await post(app, "/v1/swap", aSwap(app))).status).toBe(503);
});
