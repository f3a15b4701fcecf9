import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { FormList, SwapResponse } from "@ringtrail/api-contract";
import { WebhookEvent } from "@ringtrail/api-contract/webhooks";
import { after, day, instant, type VisitId } from "@ringtrail/core";
import { anId, at } from "@ringtrail/core/testing";
import { mapWebhook } from "@ringtrail/destinations";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../testing/ask-as-key.ts";
import { aSwap, post } from "../../testing/ask-app.ts";
import { aTestApp, pageOrigin, type TestApp } from "../../testing/test-app.ts";

const day0 = { from: at("00:00"), before: after(at("00:00"), day) };

async function landed(app: TestApp): Promise<SwapResponse> {
  return SwapResponse.parse(await (await post(app, "/v1/swap", aSwap(app))).json());
}

/** Tells of a form as the page does that is in the guide. */
function tell(app: TestApp, said: object, headers = {}, key = app.shop.siteKey): Promise<Response> {
  const page = { url: `${pageOrigin}/contact?utm_source=news&utm_medium=email`, referrer: "https://mail.example/" };
  return post(app, `/v1/sites/${key}/forms`, { name: "contact", ...page, ...said }, headers);
}

const kept = ({ world, shop }: TestApp) => world.forms.list(shop.account, day0, 100);

test("204: a form of a page is kept with the visit whose token it brings, and a webhook is told as the reference says", async () => {
  const app = await aTestApp();
  const { account, site } = app.shop;
  const wish = { id: anId<string>("CRM"), kind: "webhook", name: "CRM", isOn: true, site, settings: {} };
  await app.world.destinations.saveDestination(account, { ...wish, facts: ["form"] }, at("09:00"));
  const { visit, token } = await landed(app);

  expect((await tell(app, { visit, token, ref: "f1" })).status).toBe(204);
  expect((await tell(app, { visit, token, ref: "f1", name: "again" })).status).toBe(204);

  const claim = { now: instant(Date.now() + day), leaseMs: 1, most: 10, mostEach: 10, busy: {} };
  const facts = (await app.world.destinations.claim(account, claim)).map(({ fact }) => fact);
  const event = WebhookEvent.parse(JSON.parse(JSON.stringify(facts.map((fact) => mapWebhook(fact, undefined))[0])));
  expect(facts).toHaveLength(1);
  expect(event).toMatchObject({ type: "form", sequence: 1, timestamp: "2026-03-02T10:00:00.000Z" });
  expect(event.data.form).toEqual({
    id: expect.any(String),
    site: { id: site, name: `Site ${app.shop.siteKey}` },
    name: "contact",
    ref: "f1",
    page: "/contact",
    visit,
    credit: { channel: "paid_search", source: "google", medium: "cpc", clickId: "gclid" },
  });
});

test("204: a visit without its own token does not count; then the page says how its visitor came, unless they said no", async () => {
  const app = await aTestApp();
  const { visit, token } = await landed(app);
  const other = await landed(app);

  await tell(app, { visit, ref: "no token" });
  await tell(app, { visit, token: other.token, ref: "another's token" });
  await tell(app, { ref: "said no", choice: "denied" });
  await tell(app, { ref: "browser objects" }, { "sec-gpc": "1" });
  await tell(app, { ref: "deep in the site", url: `${pageOrigin}/contact`, referrer: `${pageOrigin}/` });
  await tell(app, { ref: "proved", visit, token });

  const rows = (await kept(app)).map((form) => [form.ref, form.visit, form.touch?.channel] as const);
  expect(rows.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1))).toEqual([
    ["another's token", undefined, "email"],
    ["browser objects", undefined, "email"],
    ["deep in the site", undefined, undefined],
    ["no token", undefined, "email"],
    ["proved", visit, "paid_search"],
    ["said no", undefined, undefined],
  ]);
});

test("what no visitor sends is not kept: programs, other sites, unknown keys, rubbish and floods", async () => {
  const app = await aTestApp();

  expect((await tell(app, {}, { "user-agent": "curl/8.5.0" })).status).toBe(204);
  expect((await tell(app, {}, { "sec-purpose": "prefetch;prerender" })).status).toBe(204);
  const foreign = await tell(app, {}, { origin: "https://elsewhere.example" });
  const unknown = await tell(app, {}, {}, "nobody");
  const nameless = await tell(app, { name: " " });
  const long = await tell(app, { referrer: "x".repeat(20_000) });
  const refused = [foreign, unknown, nameless, long];
  expect(refused.map(({ status }) => status)).toEqual([403, 404, 422, 413]);
  expect(await Promise.all(refused.map(async (answer) => (await problemIn(answer))["code"]))).toEqual([
    "origin_not_allowed",
    "site_unknown",
    "body_invalid",
    "body_too_long",
  ]);
  expect(await kept(app)).toEqual([]);

  const many = await Promise.all(Array.from({ length: 20 }, (_one, nth) => tell(app, { ref: `${nth}` })));
  expect(many.filter(({ status }) => status === 429)).not.toEqual([]);
});

test("200: a server tells of a form by key, once however often, and finds it in the list", async () => {
  const app = await aTestApp();
  const { visit } = await landed(app);
  const ask = await aKey(app, ["forms:write", "calls:read"]);
  const form = { name: "Quote", ref: "77", visit, url: `${pageOrigin}/quote`, sentAt: "2026-03-02T09:30:00Z" };

  const first = await (await ask("/v1/forms", { body: form })).json();
  const again = await (await ask("/v1/forms", { body: { ...form, name: "Other" } })).json();
  // What a page claims is never taken for what the server said.
  await tell(app, { ref: "77", name: "pretended" });
  await ask("/v1/forms", { body: { name: "Rubbish\0", visit: "no visit", url: "no address" } });

  expect([first, again]).toEqual([
    { id: expect.any(String), isNew: true },
    { id: (first as { id: string }).id, isNew: false },
  ]);
  const list = FormList.parse(await (await ask("/v1/forms?from=2026-03-02&to=2026-03-02")).json());
  expect(list.forms.map(({ name, ref, page, visit: by, touch }) => [name, ref, page, by, touch?.channel])).toEqual(
    expect.arrayContaining([
      ["Quote", "77", "/quote", visit, "paid_search"],
      ["pretended", "77", "/contact", undefined, "email"],
      ["Rubbish", undefined, undefined, undefined, undefined],
    ]),
  );
  expect(list.forms).toHaveLength(3);
  expect((await ask("/v1/forms", { body: { name: "x", site: anId<VisitId>("no site") } })).status).toBe(404);
  const reader = await aKey(app, ["calls:read"]);
  expect(await problemIn(await reader("/v1/forms", { body: form }))).toMatchObject({ code: "scope_missing" });
});

test("204: the guide's own script tells of a form with its visit", async () => {
  const app = await aTestApp();
  const { visit, token } = await landed(app);
  const guide = readFileSync(new URL("../../../../docs/guides/forms.md", import.meta.url), "utf8");
  const [, script = ""] = /^```js\n([\s\S]*?)^```/m.exec(guide) ?? [];
  const sent: { url: string; body: string }[] = [];
  let submit: (event: object) => void = () => {};
  const page = {
    document: { referrer: "", addEventListener: (_name: string, heard: typeof submit) => (submit = heard) },
    location: { href: `${pageOrigin}/contact` },
    localStorage: { getItem: () => JSON.stringify({ visit, token, choice: "granted" }) },
    navigator: { sendBeacon: (url: string, body: string) => sent.push({ url, body }) },
    crypto,
  };
  runInNewContext(script, page);
  submit({ target: { name: "", id: "quote" } });

  expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(["/v1/sites/demo/forms"]);
  expect((await post(app, `/v1/sites/${app.shop.siteKey}/forms`, sent[0]?.body)).status).toBe(204);
  expect(await kept(app)).toMatchObject([
    { name: "quote", visit, page: "/contact", touch: { channel: "paid_search" } },
  ]);
});
