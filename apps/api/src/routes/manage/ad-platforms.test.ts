import { AdPlatformShown, ConversionLedger } from "@ringtrail/api-contract";
import { day, Phi } from "@ringtrail/core";
import { aNumber } from "@ringtrail/core/testing";
import { openSender } from "@ringtrail/destinations";
import { expect, onTestFinished, test } from "vitest";
import { anAdCall, anAdPlatform } from "../../../testing/an-ad-call.ts";
import { aKey } from "../../../testing/ask-as-key.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";
import { tellAdPlatforms } from "../../conversions/tell-round.ts";

const google = {
  platform: "google_ads",
  customerId: "1234567890",
  conversionActionId: "987",
  keys: { developerToken: "dev", clientId: "id", clientSecret: "very secret", refreshToken: "refresh" },
};

/** The app with a way out that reaches this machine. */
async function anApp(): Promise<TestApp> {
  const sender = openSender({ mayReachPrivate: true });
  onTestFinished(() => sender.close());
  return aTestApp({}, () => ({ send: sender.send }));
}

const scopes = ["sites:read", "sites:write", "calls:read", "calls:export", "calls:write"] as const;

test("200: a platform is set up once with keys, which are never shown, and changed without them", async () => {
  const app = await anApp();
  const ask = await aKey(app, scopes);

  const made = AdPlatformShown.parse(await (await ask("/v1/ad-platforms", { method: "PUT", body: google })).json());
  const { keys: _keys, ...without } = google;
  const body = { ...without, customerId: "0987654321" };
  const changed = AdPlatformShown.parse(await (await ask("/v1/ad-platforms", { method: "PUT", body })).json());
  const listed = await (await ask("/v1/ad-platforms")).text();

  expect(changed.id).toBe(made.id);
  expect(changed.settings).toMatchObject({ customerId: "0987654321" });
  expect(listed).toContain("0987654321");
  expect(listed).not.toContain("very secret");
  expect((await ask(`/v1/ad-platforms/${made.id}`, { method: "DELETE" })).status).toBe(204);
  expect((await ask(`/v1/ad-platforms/${made.id}`, { method: "DELETE" })).status).toBe(404);
});

test("422 without keys, 409 in healthcare mode, 404 for a site of nobody's: each says so", async () => {
  const app = await anApp();
  const ask = await aKey(app, scopes);
  const put = async (body: unknown) => {
    const answer = await ask("/v1/ad-platforms", { method: "PUT", body });
    return [answer.status, ((await answer.json()) as { code?: string }).code];
  };
  const { keys: _keys, ...without } = google;
  expect(await put(without)).toEqual([422, "ad_platform_keys_missing"]);
  expect(await put({ ...google, site: app.deps.newId() })).toEqual([404, "site_unknown"]);
  expect(await put({ ...google, customerId: "123-456-7890" })).toEqual([422, "body_invalid"]);

  const flow = await app.deps.accounts.flowOf(app.shop.account, app.shop.site);
  await app.deps.accounts.saveFlow(app.shop.account, app.shop.site, { ...flow!, isHealthcare: true });
  expect(await put(google)).toEqual([409, "healthcare_site"]);
  const file = await ask("/v1/conversions.csv?for=google_ads&name=Call&from=2026-01-01&to=2026-12-31");
  expect([file.status, ((await file.json()) as { code: string }).code]).toEqual([409, "healthcare_site"]);
});

test("a call is told once, restated when its value changes, and retracted when its visitor withdraws", async () => {
  const app = await anApp();
  const { account } = app.shop;
  const ask = await aKey(app, scopes);
  await ask("/v1/ad-platforms", { method: "PUT", body: google });
  const platform = await anAdPlatform();
  const round = async () => {
    platform.heard.length = 0;
    await tellAdPlatforms(app.deps, { google_ads: platform.host });
    return platform.heard.map(({ path }) => path.replace(/.*:/, ""));
  };
  const call = await anAdCall(app, "one");
  app.clock.pass(day / 2);

  expect(await round()).toEqual(["/token", "uploadClickConversions"]);
  expect(platform.heard[1]?.body).toContain('"gclid":"click one"');
  expect(await round()).toEqual([]);
  const ledger = async () => {
    const text = await (await ask("/v1/conversions")).text();
    expect(text).not.toContain("click one");
    return ConversionLedger.parse(JSON.parse(text)).conversions;
  };
  const known = { platform: "google_ads", how: "api", call, click: "gclid", state: "told" };
  expect(await ledger()).toMatchObject([known]);
  await ask(`/v1/calls/${call}/value`, { method: "PUT", body: { amount: 450, currency: "USD" } });
  expect(await round()).toEqual(["/token", "uploadConversionAdjustments"]);
  expect(platform.heard[1]?.body).toContain('"adjustedValue":450');
  const facts = await app.deps.calls.facts(account, call);
  const [candidate] = facts?.match?.candidates ?? [];
  const story = candidate && (await app.deps.visits.story(account, candidate.visit));
  await app.deps.visits.forgetVisitor(account, story!.visitor);
  expect(await round()).toEqual(["/token", "uploadConversionAdjustments"]);
  expect(platform.heard[1]?.body).toContain('"adjustmentType":"RETRACTION"');
  expect(await round()).toEqual([]);
  expect(await ledger()).toMatchObject([{ call, value: { amount: 450, currency: "USD" }, state: "retracted" }]);
  // They hear of conversions and of no event: they are no destination.
  const see = await aKey(app, ["destinations:read"]);
  expect(await (await see("/v1/destinations")).json()).toEqual({ destinations: [] });
});

test("what a platform says of its keys stands beside it, and nothing counts as told", async () => {
  const app = await anApp();
  const ask = await aKey(app, scopes);
  await ask("/v1/ad-platforms", { method: "PUT", body: google });
  const platform = await anAdPlatform(() => ({ status: 400, body: { error: "invalid_grant" } }));
  await anAdCall(app, "one");
  app.clock.pass(day / 2);

  await tellAdPlatforms(app.deps, { google_ads: platform.host });

  const { platforms } = (await (await ask("/v1/ad-platforms")).json()) as { platforms: unknown[] };
  const last = {
    told: 0,
    refused: 0,
    trouble: "platform_keys_refused",
    said: expect.stringContaining("invalid_grant"),
  };
  expect(platforms).toMatchObject([{ last }]);
  const again = await anAdPlatform();
  await tellAdPlatforms(app.deps, { google_ads: again.host });
  expect(again.heard).toHaveLength(2);
});

test("200: the file has the calls of the days asked for, a caller only where the visitor said yes", async () => {
  const app = await anApp();
  const ask = await aKey(app, ["calls:read", "calls:export"]);
  const silent = { regime: "opt-out", choice: "unanswered", optOutSignal: false } as const;
  const said = await anAdCall(app, "said yes", { query: { msclkid: "m1" } });
  const unsaid = await anAdCall(app, "was silent", { query: { msclkid: "m2" }, evidence: silent });
  for (const call of [said, unsaid]) {
    const caller = { number: Phi.seal(aNumber("+12065550123")), name: undefined };
    await app.deps.care.saveCaller(app.shop.account, call, caller, app.clock.now());
  }
  const rang = new Date(app.clock.now()).toISOString().slice(0, 10);
  const path = (from: string) =>
    `/v1/conversions.csv?for=microsoft_ads&name=Call&from=${from}&to=${from}&shareCaller=true&usualValue=5&currency=USD`;

  const file = await ask(path(rang));
  const text = await file.text();

  expect([file.status, file.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
  const rows = text.trim().split("\r\n").slice(2).toSorted();
  expect(rows).toEqual([
    expect.stringMatching(/^m1,Call,.*,5\.00,USD,[0-9a-f]{64}$/),
    expect.stringMatching(/^m2,.*,USD,$/),
  ]);
  expect(text).not.toContain("2065550123");
  expect((await (await ask(path("2020-01-01"))).text()).trim().split("\r\n")).toHaveLength(2);
  expect(await app.deps.accounts.auditLog(app.shop.account, 1)).toMatchObject([{ action: "conversions.exported" }]);
});
