import { after, hour } from "@ringtrail/core";
import { aCallFlow, aNumber, at } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aSwap } from "../../../testing/ask-app.ts";
import { aShopify, proxyQuery, sessionToken, shopDomain } from "../../../testing/a-shopify.ts";
import { aTestApp, browser } from "../../../testing/test-app.ts";

async function aConnectedShop(isRefusing = false) {
  const { app, asked } = await aShopify({ isRefusing });
  const shop = await aTestApp({}, () => ({ shopify: app }));
  await shop.world.shops.connectShop(shop.shop.account, shop.shop.site, shopDomain);
  return { ...shop, asked };
}
const bearer = async (...given: Parameters<typeof sessionToken>) => ({
  authorization: `Bearer ${await sessionToken(...given)}`,
});

test("204: the app is installed by a session token: a key that lasts, the embed's configuration, the pixel", async () => {
  const { app, world, shop, clock, asked, logged } = await aConnectedShop();

  const answer = await app.request("/shopify/install", { method: "POST", headers: await bearer(clock.now()) });

  expect(answer.status).toBe(204);
  expect(asked.map(({ path, token }) => [path, token])).toEqual([
    ["/admin/oauth/access_token", undefined],
    ["/admin/api/2026-07/graphql.json", "shpat_1"],
    ["/admin/api/2026-07/graphql.json", "shpat_1"],
  ]);
  expect(asked[0]?.body).toMatchObject({
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
  });
  expect(asked[2]?.body["variables"]).toMatchObject({
    metafields: [
      { ownerId: "gid://shopify/AppInstallation/1", namespace: "ringtrail", key: "site", value: shop.siteKey },
      { key: "server", value: "/apps/ringtrail" },
      { key: "clinic", type: "boolean", value: "false" },
    ],
    pixel: { settings: JSON.stringify({ site: shop.siteKey, server: "/apps/ringtrail" }) },
  });
  expect(await world.shops.tokenOf(shop.account, shopDomain)).toBe("shpat_1");
  expect((await world.shops.shopByDomain(shopDomain))?.installedAt).toBe(at("10:00"));
  expect(logged.join("")).not.toMatch(/shpat_|eyJ/);
});

test("401: a session token that is over, of another app, of another shop's name, or signed by somebody else", async () => {
  const { app, clock, world, shop } = await aConnectedShop();
  const now = clock.now();
  const none = `${btoa('{"alg":"none"}')}.${btoa("{}")}.`;
  const tries = [
    {},
    { authorization: "Bearer x" },
    { authorization: `Bearer ${none}` },
    await bearer(after(now, -hour)),
    await bearer(now, { aud: "another" }),
    await bearer(now, { dest: "https://other.myshopify.com" }),
    await bearer(now, { iss: "https://evil.example/admin", dest: "https://evil.example" }),
    await bearer(now, {}, "another-secret"),
  ];

  for (const headers of tries) {
    for (const [path, method] of [
      ["/shopify/install", "POST"],
      ["/shopify/overview", "GET"],
    ] as const) {
      expect(await problemIn(await app.request(path, { method, headers }))).toMatchObject({
        status: 401,
        code: "session_token_invalid",
      });
    }
  }
  expect(await world.shops.tokenOf(shop.account, shopDomain)).toBeUndefined();
});

test("502 and 404: what Shopify refuses is not kept, and a shop nobody connected is not installed", async () => {
  const refusing = await aConnectedShop(true);
  const now = refusing.clock.now();
  const refused = await refusing.app.request("/shopify/install", { method: "POST", headers: await bearer(now) });
  expect(await problemIn(refused)).toMatchObject({ status: 502, code: "shopify_refused" });
  expect((await refusing.world.shops.shopByDomain(shopDomain))?.installedAt).toBeUndefined();

  const other = { dest: "https://other.myshopify.com", iss: "https://other.myshopify.com/admin" };
  const unknown = await refusing.app.request("/shopify/install", { method: "POST", headers: await bearer(now, other) });
  expect(await problemIn(unknown)).toMatchObject({ status: 404, code: "shop_unknown" });
});

test("200: a page asks for its number through the shop's own path, without an origin and without a cookie", async () => {
  const { app, clock, shop } = await aConnectedShop();
  const query = proxyQuery(clock.now());
  const headers = { "user-agent": browser, "x-forwarded-for": "203.0.113.7, 10.0.0.1", cookie: "a=b" };

  const config = await app.request(`/shopify/proxy/v1/sites/${shop.siteKey}/config?${query}`, { headers });
  const swap = await app.request(`/shopify/proxy/v1/swap?${query}`, {
    method: "POST",
    headers: { ...headers, "content-type": "text/plain" },
    body: JSON.stringify(aSwap({ shop } as Parameters<typeof aSwap>[0])),
  });

  expect([config.status, swap.status]).toEqual([200, 200]);
  expect(await swap.json()).toMatchObject({ numbers: [{ e164: expect.stringMatching(/^\+1/) as string }] });
  expect([config, swap].map((answer) => answer.headers.get("set-cookie"))).toEqual([null, null]);
});

test("200: what a page of a clinic asks through a shop's own path has no line in the log either", async () => {
  const { app, clock, shop, world, logged } = await aConnectedShop();
  const ask = () => app.request(`/shopify/proxy/v1/sites/${shop.siteKey}/config?${proxyQuery(clock.now())}`);
  const lines = () => logged.filter((line) => line.includes("/shopify/proxy")).length;
  const before = lines();
  await ask();
  expect(lines()).toBe(before + 1);

  await world.accounts.saveFlow(shop.account, shop.site, aCallFlow({ isHealthcare: true }));
  clock.pass(hour);
  const answer = await ask();

  expect([answer.status, lines()]).toEqual([200, before + 1]);
  expect([...answer.headers.keys()].filter((name) => name.includes("clinic"))).toEqual([]);
});

test("204: pages of a clinic are counted through a shop's own path, and the embed is told of the mode when its page is opened", async () => {
  const { app, clock, shop, world, asked } = await aConnectedShop();
  await world.accounts.saveFlow(shop.account, shop.site, aCallFlow({ isHealthcare: true }));
  const headers = await bearer(clock.now());
  expect((await app.request("/shopify/install", { method: "POST", headers })).status).toBe(204);

  const door = `/shopify/proxy/v1/sites/${shop.siteKey}/page-counts?${proxyQuery(clock.now())}`;
  for (let nth = 0; nth < 5; nth += 1) {
    const told = await app.request(door, {
      method: "POST",
      headers: { "user-agent": browser, "content-type": "text/plain" },
      body: JSON.stringify({ kind: "page", group: "" }),
    });
    expect(told.status).toBe(204);
  }

  expect(asked.at(-1)?.body["variables"]).toMatchObject({
    metafields: [{ key: "site" }, { key: "server" }, { key: "clinic", value: "true" }],
  });
  await world.healthcare.publish(shop.account, shop.site, { before: "2099-01-01", least: 5 });
  const period = { site: shop.site, from: at("00:00"), before: after(at("00:00"), 365 * 200 * 24 * hour) };
  expect(await world.healthcare.counts(shop.account, "page", period)).toMatchObject([
    { cells: [{ path: [""], calls: 5 }] },
  ]);
});

test("401: a forwarded request that was changed, is old, or is signed for nobody; 404 for what no page asks", async () => {
  const { app, clock, shop } = await aConnectedShop();
  const path = `/shopify/proxy/v1/sites/${shop.siteKey}/config`;
  const good = proxyQuery(clock.now());
  const ask = async (query: string, where = path) => (await app.request(`${where}?${query}`)).status;

  expect(await ask(good.replace("copper-kettle", "other"))).toBe(401);
  expect(await ask(`${good}&extra=1`)).toBe(401);
  expect(await ask("")).toBe(401);
  expect(await ask(proxyQuery(after(clock.now(), -hour)))).toBe(401);
  expect(await ask(proxyQuery(clock.now(), { shop: "evil.example" }))).toBe(401);
  expect(await ask(proxyQuery(clock.now(), { shop: "unknown.myshopify.com" }))).toBe(404);
  expect(await ask(good, "/shopify/proxy/v1/calls")).toBe(404);
  expect(await ask(good, "/shopify/proxy/console/")).toBe(404);
  expect(await ask(good)).toBe(200);
});

test("201: an owner connects a shop to a site, and sees it; another account's shop is not theirs to take", async () => {
  const { app } = await aShopify();
  const mine = await aTestApp({}, () => ({ shopify: app }));
  const ask = await aKey(mine, ["sites:read", "sites:write"]);

  const connected = await ask("/v1/shops", { body: { domain: shopDomain } });
  expect([connected.status, await connected.json()]).toEqual([201, { domain: shopDomain, site: mine.shop.site }]);
  expect(await (await ask("/v1/shops")).json()).toEqual({ shops: [{ domain: shopDomain, site: mine.shop.site }] });
  expect((await ask("/v1/shops", { body: { domain: "evil.example" } })).status).toBe(422);

  const account = await mine.world.accounts.createAccount("Other");
  const flow = {
    destination: aNumber(),
    ringSeconds: 25,
    announcement: { text: "x", language: "en-US" },
    recordingWanted: false,
  };
  await mine.world.accounts.saveSite(account, {
    key: "other",
    name: "Other",
    origins: [],
    regime: "opt-in",
    flow: flow as never,
    businessPlaces: [],
  });
  const theirs = await aKey(mine, ["sites:write"], { account });
  expect(await problemIn(await theirs("/v1/shops", { body: { domain: shopDomain } }))).toMatchObject({
    status: 409,
    code: "shop_taken",
  });
});
