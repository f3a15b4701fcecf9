import { OverviewShown } from "@ringtrail/api-contract";
import { after, day, type CallId, type VisitId } from "@ringtrail/core";
import { aCall, aCandidate, aMatch, anId, aTouch, at } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";

const google = aTouch({ campaign: "Spring", keyword: "drain" });
const today = new Date(at("10:00")).toISOString().slice(0, 10);

async function ring({ world, shop }: TestApp, name: string, afterMs: number, chance: number) {
  const { account, connection, site, source } = shop;
  const id = anId<CallId>(name);
  const rangAt = after(at("10:00"), afterMs);
  await world.calls.ring(account, aCall({ id, carrierRef: name, connection, site, number: source.id, rangAt }));
  const candidates = [aCandidate({ visit: anId<VisitId>(name), probability: chance, touch: google })];
  await world.calls.saveMatch(account, id, aMatch({ candidates, returning: 0, nobody: 1 - chance }), undefined);
  return id;
}

test("200: calls by day and channel with bounds, beside what they cost and were worth, and the days before", async () => {
  const app = await aTestApp();
  const { account, site } = app.shop;
  const one = await ring(app, "one", 0, 1);
  await ring(app, "two", 1_000, 0.5);
  await ring(app, "before", -day, 1);
  await app.world.money.setValue(account, one, { micros: 90_000_000, currency: "USD" }, at("11:00"));
  const paid = { source: "google", medium: "cpc", campaign: "Spring", keyword: "drain", landingPath: undefined };
  const line = { ...paid, day: today, line: "", currency: "USD", micros: 30_000_000, clicks: 3, impressions: 9 };
  await app.world.money.saveCosts(account, site, anId("import"), [line]);
  const ask = await aKey(app, ["calls:read"]);

  const answer = await ask(`/v1/reports/overview?from=${today}&to=${today}`);

  expect(answer.status).toBe(200);
  const told = OverviewShown.parse(await answer.json());
  expect(told).toMatchObject({ timeZone: "UTC", isTimeZoneChosen: false, currency: "USD", otherCurrencies: [] });
  expect(told.total).toMatchObject({ calls: 2, firstTime: 2, value: 90, cost: 30, costPerCall: 15 });
  expect(told.before).toMatchObject({ calls: 1, value: 0 });
  expect(told.days.map(({ day: of, calls }) => [of, calls])).toEqual([[today, 2]]);
  const [paidSearch, nobody] = told.channels;
  expect(paidSearch).toMatchObject({ name: "paid_search", calls: { mean: 1.5, low: 1, high: 2 }, cost: 30, value: 90 });
  expect(paidSearch?.costPerCall).toEqual({ mean: 20, low: 15, high: 30 });
  expect(nobody).toMatchObject({ kind: "nobody", calls: { mean: 0.5 } });
  expect(told.keywords[0]).toMatchObject({ name: "drain", calls: { mean: 1.5 }, cost: 30 });
  expect(told.days[0]?.channels[0]?.calls).toEqual(paidSearch?.calls);
});

test("200: an account chooses whose days it counts, and the audit log keeps who did", async () => {
  const app = await aTestApp();
  await ring(app, "late", 13.5 * 3_600_000, 1);
  const ask = await aKey(app, ["calls:read", "sites:write", "audit:read"]);
  const overview = async () =>
    OverviewShown.parse(await (await ask("/v1/reports/overview?from=2026-03-01&to=2026-03-09")).json());
  expect((await overview()).days.map(({ day: of }) => of)).toEqual(["2026-03-02"]);

  const chosen = await ask("/v1/account/time-zone", { method: "PUT", body: { timeZone: "Asia/Kolkata" } });

  expect(chosen.status).toBe(200);
  expect(await overview()).toMatchObject({ timeZone: "Asia/Kolkata", isTimeZoneChosen: true });
  expect((await overview()).days.map(({ day: of }) => of)).toEqual(["2026-03-03"]);
  expect(await (await ask("/v1/audit-log")).text()).toContain("time_zone.chosen");
});

test("422: days that lie the wrong way round, too many, and a time zone that is none", async () => {
  const app = await aTestApp();
  const ask = await aKey(app, ["calls:read", "sites:write"]);
  for (const query of ["from=2026-03-02&to=2026-03-01", "from=2024-01-01&to=2026-01-01"]) {
    expect(await problemIn(await ask(`/v1/reports/overview?${query}`))).toMatchObject({ field: "to" });
  }
  const refused = await ask("/v1/account/time-zone", { method: "PUT", body: { timeZone: "Mars/Olympus" } });
  expect(await problemIn(refused)).toMatchObject({ code: "parameter_invalid", field: "timeZone" });
});

test("403: a key that may not see calls sees no overview", async () => {
  const ask = await aKey(await aTestApp(), ["pools:read"]);

  expect((await ask("/v1/reports/overview")).status).toBe(403);
});
