import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { OverviewShown } from "@ringtrail/api-contract";
import { day } from "@ringtrail/core";
import { aCallFlow } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../testing/ask-as-key.ts";
import { post } from "../../testing/ask-app.ts";
import { aTestApp, pageOrigin, type TestApp } from "../../testing/test-app.ts";
import { countCalls } from "../healthcare/counting-round.ts";

const groups = [
  { path: "/implants/*", group: "Implants" },
  { path: "/hiv-test", group: "Screening" },
];

/** The app with a clinic whose pages are on a list, and a folder with the scripts a page may load. */
async function aClinic(pageGroups: readonly object[] = groups): Promise<TestApp> {
  const app = await aTestApp({}, ({ server }) => {
    const snippet = path.join(server.dataFolder, "snippet");
    mkdirSync(snippet, { recursive: true });
    for (const name of ["ringtrail", "ringtrail-pages"]) writeFileSync(path.join(snippet, `${name}.js`), `${name};`);
    return { server: { ...server, served: { ...server.served, snippet } } };
  });
  const flow = aCallFlow({ isHealthcare: true, healthcare: { pageGroups } } as never);
  await app.world.accounts.saveFlow(app.shop.account, app.shop.site, flow);
  return app;
}

const count = (app: TestApp, body: object, headers = {}) =>
  post(app, `/v1/sites/${app.shop.siteKey}/page-counts`, body, headers);

test("200: pages of a clinic are counted by the name of their group, by period, and a few of a name are hidden", async () => {
  const app = await aClinic();
  const open = async (group: string, times: number, kind = "page") => {
    for (let nth = 0; nth < times; nth += 1) expect((await count(app, { kind, group })).status).toBe(204);
  };
  await open("Implants", 6);
  await open("Implants", 5, "tap");
  await open("Screening", 5);
  await open("", 4);
  // A name that is on no list is one of the other pages: what a stranger writes gets into no report.
  await open("Ann Miller", 2);
  await count(app, { kind: "page", group: "Implants" }, { "user-agent": "curl/8.5.0" });
  const ask = await aKey(app, ["calls:read"]);
  const told = async () =>
    OverviewShown.parse(await (await ask("/v1/reports/overview?from=2026-03-01&to=2026-03-31")).json()).pageGroups;

  expect(await told()).toBeUndefined();
  app.clock.pass(7 * day);
  await countCalls(app.deps);

  expect(await told()).toEqual([
    { kind: "named", name: "Implants", opened: 6, tapped: 5 },
    { kind: "other", opened: 6, tapped: 0 },
    { kind: "named", name: "Screening", opened: 5, tapped: 0 },
  ]);
  expect(app.logged.join()).not.toMatch(/page-counts|Implants|Screening|Ann Miller/);
});

test("422: a body that tells more than a name is refused, with no line of our log, and nothing is counted", async () => {
  const app = await aClinic();
  const more = [
    { url: `${pageOrigin}/implants/ann` },
    { referrer: "https://mail.example/" },
    { title: "Implants" },
    { visit: "one" },
    { group: "x".repeat(61) },
    { kind: "visit" },
  ];

  for (const one of more) {
    const refused = await count(app, { kind: "page", group: "Implants", ...one });
    expect([refused.status, (await problemIn(refused))["code"]]).toEqual([422, "body_invalid"]);
  }
  const flood = await Promise.all(Array.from({ length: 70 }, () => count(app, { kind: "page", group: "" })));
  expect(flood.some(({ status }) => status === 429)).toBe(true);
  expect((await count(app, { kind: "page", group: "" }, { origin: "https://evil.example" })).status).not.toBe(204);
  expect(app.logged).toEqual([]);
});

test("200: the list comes with the configuration, and what counts is a file, in front of the site's own script; without a list neither is there", async () => {
  const app = await aClinic();
  const none = await aClinic([]);
  const load = async ({ app: server, shop }: TestApp, name = "ringtrail.js") =>
    (await server.request(`/v1/sites/${shop.siteKey}/${name}`)).text();

  const text = await load(app);

  expect(text).toMatch(/\nringtrail-pages;\nringtrail;$/);
  const page = { ringtrail: [] as Record<string, unknown>[] };
  new Function("self", text.split("\n")[1] ?? "")(page);
  const config = JSON.parse(await load(app, "config"));
  expect(config.pages).toEqual([
    ["^/hiv-test/?$", "Screening"],
    ["^/implants(/|$)", "Implants"],
  ]);
  expect(page.ringtrail[0]?.["config"]).toEqual(config);
  expect([await load(none), await load(none, "config")].join()).not.toContain("pages");
  expect(await (await app.app.request("/snippet/latest/ringtrail-pages.js")).text()).toBe("ringtrail-pages;");
  expect(app.logged).toEqual([]);
});

test("204: a site that is no clinic counts no pages", async () => {
  const app = await aTestApp();

  expect((await count(app, { kind: "page", group: "" })).status).toBe(204);
  const period = { site: app.shop.site, from: 0 as never, before: Date.now() as never };
  await app.world.healthcare.publish(app.shop.account, app.shop.site, { before: "2099-01-01", least: 1 });
  expect(await app.world.healthcare.counts(app.shop.account, "page", period)).toEqual([]);
});

const wrong: [why: string, entry: object, field: string][] = [
  ["an address", { path: "https://clinic.example/a", group: "A" }, "healthcare.pageGroups.1.path"],
  ["the same page twice", { path: "/A/", group: "B" }, "healthcare.pageGroups.1.path"],
  ["no name", { path: "/b", group: " " }, "healthcare.pageGroups.1.group"],
  ["a phone number", { path: "/b", group: "Call 415 555 0142" }, "healthcare.pageGroups.1.group"],
];

test.each(wrong)("422: %s is refused and named, and the list stays as it was", async (_why, entry, field) => {
  const app = await aClinic();
  const ask = await aKey(app, ["sites:read", "sites:write", "callers:read"]);
  const door = `/v1/sites/${app.shop.site}/call-flow`;
  const { flow } = (await (await ask(door)).json()) as { readonly flow: object };
  const keep = (pageGroups: readonly object[]) =>
    ask(door, { method: "PUT", body: { ...flow, healthcare: { pageGroups } } });

  const refused = await keep([{ path: "/a", group: "A" }, entry]);

  expect([refused.status, await refused.json()]).toMatchObject([422, { code: "body_invalid", field }]);
  expect((await keep(Array.from({ length: 51 }, (_one, nth) => ({ path: `/${nth}`, group: "A" })))).status).toBe(422);
  expect((await (await ask(door)).json()) as object).toMatchObject({ flow: { healthcare: { pageGroups: groups } } });
  expect((await keep([{ path: "/a", group: " A " }])).status).toBe(200);
  expect((await (await ask(door)).json()) as object).toMatchObject({
    flow: { healthcare: { pageGroups: [{ path: "/a", group: "A" }] } },
  });
});
