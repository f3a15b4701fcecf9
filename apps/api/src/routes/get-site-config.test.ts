import { SiteConfig } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { aTestApp, pageOrigin, type TestApp } from "../../testing/test-app.ts";

function ask({ app, shop }: TestApp, headers: Readonly<Record<string, string>> = {}, key = shop.siteKey) {
  return Promise.resolve(app.request(`/v1/sites/${key}/config`, { headers }));
}

test("200: a page learns its regime, its numbers and its sources, and no number of a pool", async () => {
  const app = await aTestApp({ slices: ["paid_search", "direct"] });

  const response = await ask(app, { origin: pageOrigin });

  const config = SiteConfig.parse(await response.json());
  const { shop } = app;
  expect(config).toMatchObject({ site: shop.siteKey, regime: "opt-in", version: "1.2.3", heartbeatSeconds: 30 });
  const named = config.sources.filter(({ numbers }) => numbers.length > 0);
  // One source may stand in several places of the order.
  const numbers = [expect.objectContaining({ target: shop.target, e164: shop.source.e164 })];
  for (const source of named) expect(source).toMatchObject({ name: "google / cpc", numbers });
  expect("gclid=x@").toMatch(new RegExp(named[0]?.match ?? "^$"));
  expect("fbclid=x@").not.toMatch(new RegExp(named[0]?.match ?? ""));
  for (const { e164 } of shop.numbers) expect(JSON.stringify(config)).not.toContain(e164);
});

test("200: it may be kept by caches, apart for each origin", async () => {
  const response = await ask(await aTestApp(), { origin: pageOrigin });

  expect(response.headers.get("cache-control")).toContain("public, max-age=300");
  expect(response.headers.get("vary")).toContain("Origin");
  expect(response.headers.get("access-control-allow-origin")).toBe(pageOrigin);
});

test("200: a page of our own server may ask, whatever the owner's list says", async () => {
  const response = await ask(await aTestApp(), { origin: "https://calls.example" });

  expect(response.status).toBe(200);
});

test("200: a program without an origin may read what every page may", async () => {
  expect((await ask(await aTestApp())).status).toBe(200);
});

test("304: nothing has changed", async () => {
  const app = await aTestApp();
  const etag = (await ask(app)).headers.get("etag") ?? "";

  const again = await ask(app, { "if-none-match": `"another", ${etag}` });

  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
});

test("403: a foreign origin may not use the key, and cannot read why", async () => {
  const response = await ask(await aTestApp(), { origin: "https://evil.example" });

  expect(response.status).toBe(403);
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
  expect(await response.json()).toMatchObject({ code: "origin_not_allowed", field: "Origin" });
});

test("404: an unknown key says so, readably for the owner who is setting up", async () => {
  const response = await ask(await aTestApp(), { origin: pageOrigin }, "nobody");

  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(await response.json()).toMatchObject({ status: 404, code: "site_unknown", field: "site" });
});

test("204: a preflight is answered without naming any site", async () => {
  const { app } = await aTestApp();

  const response = await app.request("/v1/swap", { method: "OPTIONS", headers: { origin: "https://any.example" } });

  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-methods")).toContain("POST");
});
