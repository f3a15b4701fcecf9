import { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import { getCallReport, type CreditReportShown, type ReportRowShown } from "@ringtrail/api-contract";
import { after, minute, type CallId, type VisitId } from "@ringtrail/core";
import { pathModels, reportDimensions, type CallMatch } from "@ringtrail/core/attribution";
import { aCall, aCandidate, aLanding, aMatch, anId, aTouch, at, aVisit, sourceTouch } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn, type AskAsKey } from "../../../testing/ask-as-key.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";
import { importCosts } from "../../costs/import-costs.ts";

const google = aTouch({ campaign: "Spring" });
const email = aTouch({ channel: "email", source: "mailing", medium: "email", campaign: "June", clickId: undefined });
const day = new Date(at("10:00")).toISOString().slice(0, 10);

/** Three calls: one surely Google's, one Google's or the mailing's, one the mailing's or nobody's. */
async function aShopWithCalls() {
  const app = await aTestApp();
  await visit(app, "ann", google, "/");
  await visit(app, "bob", google, "/offer");
  await visit(app, "cid", email, "/june");
  const of = (name: string, probability: number, touch = google) =>
    aCandidate({ visit: anId<VisitId>(name), probability, touch });
  await ring(app, "one", { candidates: [of("ann", 1)], nobody: 0 });
  await ring(app, "two", { candidates: [of("bob", 0.5), of("cid", 0.5, email)], nobody: 0 });
  await ring(app, "three", { candidates: [of("cid", 0.6, email)], nobody: 0.4 });
  const ask = await aKey(app, ["calls:read", "calls:export", "calls:write", "costs:write"]);
  const value = (call: string, amount: number) =>
    ask(`/v1/calls/${anId(call)}/value`, { method: "PUT", body: { amount, currency: "USD" } });
  await value("one", 300);
  await value("two", 100);
  return { app, ask };
}

async function visit({ world, shop }: TestApp, name: string, touch: typeof google, path: string) {
  const page = { path, title: "Page", at: at("09:00") };
  const landed = { id: anId<VisitId>(name), visitor: anId<never>(name), site: shop.site, touch, page };
  await world.pools.lend(shop.account, aVisit({ ...landed, landing: aLanding({ path }) }), []);
}

let nth = 0;
async function ring({ world, shop }: TestApp, name: string, match: Partial<CallMatch>) {
  const { account, connection, site, source } = shop;
  const rangAt = after(at("10:00"), (nth += 1) * minute);
  const id = anId<CallId>(name);
  await world.calls.ring(account, aCall({ id, carrierRef: name, connection, site, number: source.id, rangAt }));
  await world.calls.saveMatch(account, id, aMatch({ returning: 0, ...match }), undefined);
}

async function report(ask: AskAsKey, query = ""): Promise<CreditReportShown> {
  const answer = await ask(`/v1/reports/calls?from=${day}&to=${day}${query}`);
  expect(answer.status).toBe(200);
  return getCallReport.response.parse(await answer.json());
}
const rowOf = ({ rows }: CreditReportShown, name: string): ReportRowShown | undefined =>
  rows.find((row) => row.name === name);

const bill = `Day,Campaign,Ad group,Currency code,Cost,Clicks,Impr.
${day},Spring,One,USD,20.00,7,100
${day},Spring,Two,USD,10.00,3,50
`;
const importBill = ({ deps, shop }: TestApp, dryRun = false) =>
  importCosts(deps, Readable.from([Buffer.from(bill)]), {
    account: shop.account,
    site: shop.site,
    actor: "test",
    importId: deps.newId(),
    file: {},
    dryRun,
    at: deps.now(),
  });

test("a small import changes the report to values computed by hand, and the same file again changes nothing", async () => {
  const { app, ask } = await aShopWithCalls();
  const before = await report(ask, "&model=last");
  expect(rowOf(before, "paid_search")?.cost).toBeUndefined();

  expect(await importBill(app, true)).toMatchObject({ rows: 2, added: 0, micros: { USD: 30_000_000 } });
  expect(await report(ask, "&model=last")).toEqual(before);
  expect(await importBill(app)).toMatchObject({ platform: "google", rows: 2, added: 2, replaced: 0, problemCount: 0 });
  expect(await importBill(app)).toMatchObject({ added: 0, replaced: 2 });
  const mailing = { day, source: "mailing", medium: "email", campaign: "june", currency: "USD", amount: 6.6 };
  expect((await ask("/v1/costs", { body: { costs: [mailing] } })).status).toBe(200);

  const told = await report(ask, "&model=last");
  // Google: 1 + 0.5 calls, 300 + 50 of value, 30 paid. It was one call at least and two at most.
  expect(rowOf(told, "paid_search")).toEqual({
    kind: "named",
    name: "paid_search",
    calls: { mean: 1.5, low: 1, high: 2 },
    value: { mean: 350, low: 300, high: 400 },
    cost: 30,
    clicks: 10,
    impressions: 150,
    costPerCall: { mean: 20, low: 15, high: 30 },
    roas: { mean: 350 / 30, low: 10, high: 400 / 30 },
  });
  // The mailing: 0.5 + 0.6 calls, 50 of value, 6.60 paid. Perhaps no call at all: then no price of one is too high.
  const mail = rowOf(told, "email");
  expect(mail).toMatchObject({ cost: 6.6, value: { mean: 50, low: 0, high: 100 } });
  expect(mail?.calls.mean).toBeCloseTo(1.1, 12);
  expect(mail?.costPerCall?.mean).toBeCloseTo(6, 12);
  expect(mail?.costPerCall?.high).toBeUndefined();
  expect(told.rows.find(({ kind }) => kind === "nobody")?.calls.mean).toBeCloseTo(0.4, 12);
  expect(told).toMatchObject({ currency: "USD", total: { calls: 3, value: 400, cost: 36.6 }, otherCurrencies: [] });
});

test("whatever model and dimension is asked for, the rows add up to the calls, the value and the costs", async () => {
  const { app, ask } = await aShopWithCalls();
  await importBill(app);

  for (const model of pathModels) {
    for (const by of reportDimensions) {
      const { rows, total } = await report(ask, `&model=${model}&by=${by}`);
      const sum = (of: (row: ReportRowShown) => number) => rows.reduce((all, row) => all + of(row), 0);
      expect([total.calls, total.value, total.cost], `${model} ${by}`).toEqual([3, 400, 30]);
      expect(sum(({ calls }) => calls.mean)).toBeCloseTo(3, 9);
      expect(sum(({ value }) => value.mean)).toBeCloseTo(400, 6);
      expect(sum(({ cost = 0 }) => cost)).toBeCloseTo(30, 6);
    }
  }
});

test("the same as a spreadsheet, in which a campaign that looks like a formula is text", async () => {
  const { app, ask } = await aShopWithCalls();
  await visit(app, "eve", aTouch({ campaign: '=HYPERLINK("http://evil.example")' }), "/");
  const touch = aTouch({ campaign: '=HYPERLINK("http://evil.example")' });
  await ring(app, "four", { candidates: [aCandidate({ visit: anId("eve"), probability: 1, touch })], nobody: 0 });
  const asked = `from=${day}&to=${day}&by=campaign&model=markov`;

  const answer = await ask(`/v1/reports/calls.csv?${asked}`);
  const told = await report(ask, "&by=campaign&model=markov");

  expect(answer.headers.get("content-type")).toContain("text/csv");
  expect(answer.headers.get("content-disposition")).toContain(`calls-by-campaign-${day}-${day}.csv`);
  const rows = parse(await answer.text(), { columns: true }) as Record<string, string>[];
  expect(rows.map(({ name }) => name)).toContain(`'=HYPERLINK("http://evil.example")`);
  expect(rows.map((row) => [row["kind"], row["calls"], row["calls_low"], row["calls_high"]])).toEqual(
    told.rows.map(({ kind, calls }) => [kind, calls.mean, calls.low, calls.high].map(String)),
  );
  expect((await ask(`/v1/reports/calls.csv?from=${day}&to=2020-01-01`)).status).toBe(422);
});

test("rows are about what was asked: campaign, landing page, number, day", async () => {
  const { app, ask } = await aShopWithCalls();
  const names = async (by: string) => (await report(ask, `&by=${by}`)).rows.map(({ kind, name }) => name ?? kind);

  expect(await names("campaign")).toEqual(["Spring", "June", "nobody"]);
  expect(await names("landing_page")).toEqual(["/june", "/", "/offer", "nobody"]);
  expect(await names("number")).toEqual([app.shop.source.e164]);
  expect(await names("day")).toEqual([day]);
});

test("on a source's number whoever was no visit came by that source", async () => {
  const app = await aTestApp();
  await ring(app, "one", { candidates: [], nobody: 0.3, returning: 0.7 });
  await app.world.calls.saveMatch(app.shop.account, anId("one"), aMatch({ candidates: [] }), sourceTouch);

  const { rows } = await report(await aKey(app, ["calls:read"]));

  expect(rows.map(({ name, calls }) => [name, calls.mean])).toEqual([[sourceTouch.channel, 1]]);
});

test("currencies are never added up: the report is in one, and says what it leaves out", async () => {
  const { ask } = await aShopWithCalls();
  const cost = { day, source: "google", medium: "cpc", currency: "EUR", amount: 5 };
  await ask("/v1/costs", { body: { costs: [cost] } });

  const inEuro = await report(ask);
  const inDollars = await report(ask, "&currency=USD");

  expect(inEuro).toMatchObject({ currency: "EUR", total: { value: 0, cost: 5 } });
  expect(inEuro.otherCurrencies).toEqual([{ currency: "USD", value: 400, cost: 0 }]);
  expect(inDollars).toMatchObject({ currency: "USD", total: { value: 400, cost: 0 } });
  expect(inDollars.otherCurrencies).toEqual([{ currency: "EUR", value: 0, cost: 5 }]);
});

test("days are those of the time zone that is named, and a wrong question is refused by name", async () => {
  const { ask } = await aShopWithCalls();
  const dayBefore = new Date(at("10:00") - 24 * 60 * minute).toISOString().slice(0, 10);
  const ofDay = async (asked: string, zone: string) => {
    const answer = await ask(`/v1/reports/calls?from=${asked}&to=${asked}&timeZone=${zone}`);
    return getCallReport.response.parse(await answer.json()).total.calls;
  };

  expect([await ofDay(day, "UTC"), await ofDay(dayBefore, "UTC")]).toEqual([3, 0]);
  expect([await ofDay(day, "Pacific/Pago_Pago"), await ofDay(dayBefore, "Pacific/Pago_Pago")]).toEqual([0, 3]);
  for (const [query, field] of [
    [`from=${day}&to=${dayBefore}`, "to"],
    [`from=2020-01-01&to=${day}`, "to"],
    [`from=${day}&to=${day}&timeZone=Mars/Base`, "timeZone"],
    [`from=${day}&to=${day}&model=guess`, "model"],
    [`from=2026-02-30&to=${day}`, "from"],
  ] as const) {
    const answer = await ask(`/v1/reports/calls?${query}`);
    expect([answer.status, await problemIn(answer)]).toMatchObject([422, { code: "parameter_invalid", field }]);
  }
});

test("a call's worth is told, changed and taken back; a call nobody knows has none", async () => {
  const { ask } = await aShopWithCalls();
  const place = `/v1/calls/${anId("three")}/value`;

  expect(await problemIn(await ask(place))).toMatchObject({ code: "value_absent" });
  expect(await (await ask(place, { method: "PUT", body: { amount: 12.5, currency: "EUR" } })).json()).toEqual({
    amount: 12.5,
    currency: "EUR",
  });
  expect(await (await ask(place)).json()).toEqual({ amount: 12.5, currency: "EUR" });
  expect((await ask(place, { method: "DELETE" })).status).toBe(204);
  expect(await problemIn(await ask(place))).toMatchObject({ code: "value_absent" });
  const unknown = `/v1/calls/${anId("never rang")}/value`;
  expect(await problemIn(await ask(unknown, { method: "PUT", body: { amount: 1, currency: "EUR" } }))).toMatchObject({
    code: "call_unknown",
  });
  expect((await ask(place, { method: "PUT", body: { amount: 1, currency: "euro" } })).status).toBe(422);
});
