import { SiteConfig } from "@ringtrail/api-contract";
import { minute } from "@ringtrail/core";
import { aCallFlow, anId, aRuleSet, aTouch, at } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey } from "../../testing/ask-as-key.ts";
import { aSwap, post, ring } from "../../testing/ask-app.ts";
import { aTestApp, pageOrigin, type TestApp } from "../../testing/test-app.ts";

const words = ["spring", "implants", "google", "/implants"];

/** The app with a shop that is a clinic: its source number stands for a keyword nobody wants beside their name. */
async function aClinic(): Promise<TestApp> {
  const app = await aTestApp({ slices: ["any"] }, () => ({ law: aRuleSet() }));
  const { account, site, connection, target, source } = app.shop;
  const ring = { kind: "ring", phones: [{ phone: "+14155550199" }], ringSeconds: 25, sayWhere: true } as const;
  const steps = { first: "desk", all: { desk: ring } };
  await app.world.accounts.saveFlow(account, site, aCallFlow({ isHealthcare: true, steps } as never));
  const touch = aTouch({ campaign: "spring", keyword: "implants" });
  await app.world.accounts.saveNumber(account, { e164: source.e164, connection, site, target, role: "source", touch });
  return app;
}

async function aCallAt(app: TestApp): Promise<void> {
  await ring(app, "voice", { From: "+14155550142" });
  await app.deps.background.settled();
}

async function listed(app: TestApp, scopes: Parameters<typeof aKey>[1]) {
  const ask = await aKey(app, scopes);
  const { calls } = (await (await ask("/v1/calls")).json()) as { readonly calls: readonly { readonly id: string }[] };
  return { ask, calls };
}

test("200: a page of a clinic asks nobody and keeps nothing: no yes counts, no pool, a number for each source", async () => {
  const app = await aClinic();

  const answer = await app.app.request(`/v1/sites/${app.shop.siteKey}/config`, { headers: { origin: pageOrigin } });
  const config = SiteConfig.parse(await answer.json());

  expect(config.regime).toBeNull();
  expect(JSON.stringify(config)).not.toContain(app.shop.numbers[0]?.e164.slice(2) ?? "none");
  const shown = config.sources.flatMap(({ numbers }) => numbers.map(({ national }) => national));
  expect([...new Set(shown)]).toEqual([app.shop.source.e164.slice(2)]);
});

test("403: an older or changed script that tells a page's address is refused, and leaves no trace", async () => {
  const app = await aClinic();
  const url = `${pageOrigin}/implants?utm_source=google&utm_medium=cpc&gclid=secret-click`;
  const page = { url, referrer: "", title: "Implants" };
  const beacon = { visit: anId<string>("visit"), token: "made up", events: [{ kind: "page", ago: 1, page }] };

  const responses = [
    await post(app, "/v1/swap", aSwap(app, { page })),
    await post(app, "/v1/beacon", { site: app.shop.siteKey, ...beacon }),
    await post(app, `/v1/sites/${app.shop.siteKey}/forms`, { name: "contact", url }),
    await post(app, `/v1/sites/${app.shop.siteKey}/forms`, { name: "contact", referrer: url }),
  ];

  for (const response of responses) {
    expect([response.status, await response.json()]).toMatchObject([403, { code: "page_address_refused" }]);
    expect(response.headers.get("set-cookie")).toBeNull();
  }
  const states = await app.world.pools.states(app.shop.account, at("10:00:01"));
  expect(states.filter(({ lease }) => lease.visit !== undefined)).toEqual([]);
  const forms = () => app.world.forms.list(app.shop.account, { from: at("00:00"), before: at("23:00") }, 9);
  expect(await forms()).toEqual([]);
  const bare = await post(app, `/v1/sites/${app.shop.siteKey}/forms`, { name: "contact" });
  expect([bare.status, await forms()]).toMatchObject([204, [{ name: "contact", page: undefined, touch: undefined }]]);
  expect(app.logged.join()).not.toMatch(/secret-click|implants/i);
});

test("200: who may see callers sees the call, with its channel and no number, campaign, keyword or page", async () => {
  const app = await aClinic();
  await aCallAt(app);

  const { ask, calls } = await listed(app, ["calls:read", "callers:read"]);
  const page = await (await ask(`/v1/calls/${calls[0]?.id}`)).text();

  expect(calls).toMatchObject([{ number: "", touch: { channel: "paid_search" } }]);
  expect(calls[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  expect(page).toContain("+14155550142");
  for (const word of words) expect([word, page.includes(word)]).toEqual([word, false]);
});

test("404: who may see no caller sees no call of a clinic either", async () => {
  const app = await aClinic();
  await aCallAt(app);
  const { calls } = await listed(app, ["calls:read", "callers:read"]);

  const analyst = await listed(app, ["calls:read"]);

  expect(analyst.calls).toEqual([]);
  expect((await analyst.ask(`/v1/calls/${calls[0]?.id}`)).status).toBe(404);
});

test("200: what a clinic's number is called is told to who may know callers, and to nobody else", async () => {
  const app = await aClinic();
  const add = await aKey(app, ["sites:read", "sites:write"]);
  const path = `/v1/sites/${app.shop.site}/targets`;
  const added = await add(path, { body: { e164: "+14155550142", label: "Dr Ito, oncology" } });
  const sites = async (scopes: Parameters<typeof aKey>[1]) => (await (await aKey(app, scopes))("/v1/sites")).text();

  expect([added.status, await added.text()]).toEqual([200, expect.not.stringContaining("Ito")]);
  expect(await sites(["sites:read"])).toContain("+14155550142");
  expect(await sites(["sites:read"])).not.toContain("Ito");
  expect(await sites(["sites:read", "callers:read"])).toContain("Dr Ito, oncology");
  const config = await app.app.request(`/v1/sites/${app.shop.siteKey}/config`, { headers: { origin: pageOrigin } });
  expect(await config.text()).not.toContain("Ito");
});

test("403: a clinic's call flow, which names who answers, is for who may know callers; a shop's is for who sees the site", async () => {
  const app = await aClinic();
  const path = `/v1/sites/${app.shop.site}/call-flow`;
  const ask = await aKey(app, ["sites:read", "sites:write", "callers:read"]);
  const marketing = await aKey(app, ["sites:read", "sites:write"]);
  const kept = await ask(path);
  const { flow } = (await kept.json()) as { readonly flow: Readonly<Record<string, unknown>> };
  const { steps: _steps, ...rest } = flow;

  const refused = [await marketing(path), await marketing(path, { method: "PUT", body: rest })];

  expect([kept.status, JSON.stringify(flow)]).toEqual([200, expect.stringContaining("+14155550199")]);
  expect(await Promise.all(refused.map(async (one) => [one.status, await one.json()]))).toMatchObject([
    [403, { code: "scope_missing" }],
    [403, { code: "scope_missing" }],
  ]);
  const shop = await aTestApp({ slices: ["any"] });
  const analyst = await aKey(shop, ["sites:read"]);
  expect((await analyst(`/v1/sites/${shop.shop.site}/call-flow`)).status).toBe(200);
});

test("200: whoever answers hears the channel, and not what the caller searched for", async () => {
  const app = await aClinic();
  await aCallAt(app);

  const heard = await (
    await ring(app, "whisper?step=desk", { From: "+14155550142", CallStatus: "in-progress" })
  ).text();

  for (const word of words) expect([word, heard.includes(word)]).toEqual([word, false]);
});

test("200: destinations are told that there is a call, and the log of it holds no number", async () => {
  const app = await aClinic();
  const id = "0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
  const facts = ["call.started", "call.answered", "call.completed", "call.credited"] as const;
  const hook = {
    id,
    kind: "webhook",
    name: "CRM",
    isOn: true,
    facts,
    site: undefined,
    settings: { sendsCaller: true },
  };
  await app.world.destinations.saveDestination(app.shop.account, hook, at("10:00"));
  await aCallAt(app);

  const claim = { now: at("23:00"), leaseMs: 1, most: 9, mostEach: 9, busy: {} };
  const claimed = await app.world.destinations.claim(app.shop.account, { ...claim, now: (Date.now() + 1e6) as never });

  expect(claimed.map(({ fact }) => fact.kind)).toEqual(["call.started"]);
  const told = JSON.stringify(claimed);
  for (const word of [...words, app.shop.source.e164]) expect([word, told.includes(word)]).toEqual([word, false]);
  expect(app.logged.join()).not.toContain("4155550142");
});

test("200: when a page of a clinic asked stands nowhere: no line of our log, the day alone of another tracker", async () => {
  const app = await aClinic();
  const { siteKey } = app.shop;
  const headers = { origin: pageOrigin };
  const sawTracker = { site: siteKey, version: "1.2.3", kind: "tracker", what: "callrail.com" };

  for (const path of [
    `/v1/sites/${siteKey}/config`,
    `/v1/sites/${siteKey}/ringtrail.js`,
    "/snippet/1.2.3/ringtrail.js",
  ])
    await app.app.request(path, { headers });
  await post(app, "/v1/swap", aSwap(app));
  await post(app, "/v1/beacon", {
    site: siteKey,
    visit: crypto.randomUUID(),
    token: "t",
    events: [{ kind: "alive", ago: 0 }],
  });
  await post(app, "/v1/report", sawTracker);
  await app.deps.background.settled();

  expect(app.logged).toEqual([]);
  const trackers = await app.world.otherTrackers.trackersSince(app.shop.account, at("00:00"));
  expect(trackers).toMatchObject([{ name: "callrail.com", lastSeenAt: at("00:00") }]);
  // A line that is written anyway tells how many asked on the day that is over; a page that is no clinic's has its own.
  app.clock.pass(24 * 60 * minute);
  await app.app.request(`/v1/sites/${siteKey}/config`, { headers });
  expect(app.logged).toEqual([]);
  await app.app.request("/v1/sites/a-shop/config", { headers });
  expect(app.logged.map((line) => JSON.parse(line))).toMatchObject([
    { msg: "pages asked, and were only counted", day: "2026-03-02", requests: 6 },
    { msg: "request", route: "/v1/sites/:key/config", status: 404 },
  ]);
});

test("409: healthcare mode is not taken off", async () => {
  const app = await aClinic();
  const ask = await aKey(app, ["sites:read", "sites:write", "callers:read"]);
  const path = `/v1/sites/${app.shop.site}/call-flow`;
  const { flow } = (await (await ask(path)).json()) as { readonly flow: Readonly<Record<string, unknown>> };
  const { steps: _steps, isHealthcare, ...rest } = flow;

  const refused = await ask(path, { method: "PUT", body: rest });

  expect(isHealthcare).toBe(true);
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: "healthcare_mode_stays" }]);
});
