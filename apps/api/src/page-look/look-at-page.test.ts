import { PageLook } from "@ringtrail/api-contract";
import { err, ok } from "@ringtrail/core";
import { anId, aVisit } from "@ringtrail/core/testing";
import type { SendAnswer, SendRequest } from "@ringtrail/destinations";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../testing/ask-as-key.ts";
import { aTestApp } from "../../testing/test-app.ts";
import { findPageNumbers } from "./find-page-numbers.ts";
import { readPageText } from "./read-page-text.ts";
import { writeAlike } from "./write-alike.ts";

const page = (html: string): SendAnswer => ({
  status: 200,
  headers: { "content-type": "text/html" },
  body: html,
  isCut: false,
});

test("200: the numbers of an owner's page are found, and what a visitor would see stands beside them", async () => {
  const asked: SendRequest[] = [];
  const app = await aTestApp({}, () => ({
    send: async (request) => {
      asked.push(request);
      const moved = { ...page(""), status: 301, headers: { location: "/contact/" } };
      return ok(request.url.endsWith("/contact") ? moved : page(html));
    },
  }));
  const [site] = await app.world.directory.sitesOf(app.shop.account);
  const target = site?.targets[0];
  const html = `<html><head><title>Bay &amp; Sons</title><script>call("+1 212 555 0100")</script></head>
    <p>Call <a href="tel:${target?.e164}">${target?.e164}</a> today</p><p>Fax: +1 650 253 0000</p>`;
  const ask = await aKey(app, ["sites:read"]);
  const answer = await ask(`/v1/sites/${app.shop.site}/page-looks`, {
    body: { address: `${site?.origins[0]}/contact` },
  });

  const look = PageLook.parse(await answer.json());
  expect(look).toMatchObject({ title: "Bay & Sons", hasSnippet: false, isCut: false });
  const found = new Map(look.numbers.map((one) => [one.before.trim(), one]));
  expect([...found].map(([before, { e164, target: swapped }]) => [before, e164, swapped]).toSorted()).toEqual([
    ["Call", target?.e164, target?.id],
    ["Fax:", "+16502530000", undefined],
  ]);
  expect(found.get("Call")?.shown).toMatch(/^\+1/);
  expect(asked.map(({ url }) => new URL(url).pathname)).toEqual(["/contact", "/contact/"]);

  const elsewhere = await ask(`/v1/sites/${app.shop.site}/page-looks`, {
    body: { address: "http://169.254.169.254/" },
  });
  expect([elsewhere.status, (await problemIn(elsewhere))["code"], asked.length]).toEqual([422, "page_elsewhere", 2]);

  expect(look.seen).toEqual({ visits: 0 });
  const at = app.deps.now();
  const visit = aVisit({ id: anId("ann"), site: app.shop.site, page: { path: "/contact/", title: "Contact", at } });
  await app.deps.pools.lend(app.shop.account, visit, []);
  const again = await ask(`/v1/sites/${app.shop.site}/page-looks`, {
    body: { address: `${site?.origins[0]}/contact` },
  });
  expect(PageLook.parse(await again.json()).seen).toEqual({ visits: 1, lastSeenAt: new Date(at).toISOString() });
});

test("422: a page that leads to another site, or to nobody, says what was met and is not followed", async () => {
  const answers = [
    ok({ ...page(""), status: 302, headers: { location: "http://10.0.0.1/admin" } }),
    err({ code: "address_private" as const }),
    ok({ ...page(""), status: 503 }),
  ];
  const app = await aTestApp({}, () => ({ send: async () => answers.shift() ?? ok(page("")) }));
  const [site] = await app.world.directory.sitesOf(app.shop.account);
  const ask = await aKey(app, ["sites:read"]);
  const look = async () =>
    problemIn(await ask(`/v1/sites/${app.shop.site}/page-looks`, { body: { address: `${site?.origins[0]}/` } }));

  expect(await look()).toMatchObject({ code: "page_unreachable", detail: "It leads elsewhere: http://10.0.0.1" });
  expect(await look()).toMatchObject({ code: "page_unreachable", detail: "address_private" });
  expect(await look()).toMatchObject({ code: "page_unreachable", detail: "It answered 503." });
});

test.each([
  ["415-555-0100", "415-555-0199"],
  ["(415) 555.0100", "(415) 555.0199"],
  ["+1 415 555 0100", "+1 415 555 0199"],
  ["1-415-555-0100", "1-415-555-0199"],
  ["415-555-PIPE", "(415) 555-0199"],
])("a number written %s would be shown as %s", (written, shown) => {
  expect(writeAlike(written, "+14155550100", "+14155550199")).toBe(shown);
});

test("a number across tags is one, a link without words is found, and what nobody reads is not", () => {
  const text = readPageText(
    "<style>a{}</style>Ring <b>650</b>-253-<i>0000</i>!<br><!-- 650-253-0001 --><a href='tel:+16502530002'>now</a><script>",
  );
  expect(findPageNumbers(text, []).map(({ e164, before }) => [e164, before])).toEqual([
    ["+16502530000", "Ring "],
    ["+16502530002", "tel:"],
  ]);
});

test("a hostile page of a megabyte is read once from front to back", () => {
  for (const piece of ["<script", "<script>", "<!--", "<a href=tel:", "<title>", "&#"]) {
    expect(readPageText(piece.repeat(150_000)).text.length).toBeLessThan(1_100_000);
  }
});
