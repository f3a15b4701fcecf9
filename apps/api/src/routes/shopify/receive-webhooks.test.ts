import { Phi, type CallId, type VisitId } from "@ringtrail/core";
import { aCall, aCandidate, aLanding, aMatch, aNumber, anId, aTouch, at, aVisit } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { problemIn } from "../../../testing/ask-as-key.ts";
import { appKeys, aShopify, sampleId, shopDomain, shopifyOrder, webhookHeaders } from "../../../testing/a-shopify.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";

const meta = aTouch({ channel: "paid_social", source: "facebook", medium: "paid_social", campaign: "Kettles" });
const visit = anId<VisitId>("ann");
const call = anId<CallId>("call");
const withVisit = { note_attributes: [{ name: "_ringtrail_visit", value: visit }] };
const period = { from: at("00:00"), before: at("23:00") };

/** A connected shop in which Ann, who came by a Meta ad, called at ten and was recorded. */
async function aShop(): Promise<TestApp> {
  const { app } = await aShopify();
  const test = await aTestApp({}, () => ({ shopify: app }));
  const { world, shop } = test;
  const { account, connection, site, source } = shop;
  await world.shops.connectShop(account, site, shopDomain);
  const page = { path: "/", title: "Page", at: at("09:00") };
  const landed = { id: visit, visitor: anId<never>("ann"), site, touch: meta, page };
  await world.pools.lend(account, aVisit({ ...landed, landing: aLanding() }), []);
  await world.calls.ring(account, aCall({ id: call, connection, site, number: source.id, rangAt: at("10:00") }));
  await world.care.saveCaller(
    account,
    call,
    { number: Phi.seal(aNumber("+14155550123")), name: undefined },
    at("10:00"),
  );
  const candidates = [aCandidate({ visit, probability: 0.9, touch: meta })];
  await world.calls.saveMatch(account, call, aMatch({ candidates, nobody: 0.1 }), undefined);
  return test;
}

async function send({ app }: TestApp, topic: string, body: string, over: Parameters<typeof webhookHeaders>[2] = {}) {
  return app.request("/shopify/webhooks", { method: "POST", headers: webhookHeaders(topic, body, over), body });
}
const told = ({ world, shop }: TestApp) => world.orders.list(shop.account, period, 100);

test("200: an order is kept with its call and the rule that found it, and once however often it is sent", async () => {
  const shop = await aShop();
  const body = shopifyOrder(withVisit);

  const first = await send(shop, "orders/create", body, { id: "w1" });
  const again = await send(shop, "orders/create", body, { id: "w1" });

  expect([first.status, await first.json()]).toEqual([200, { outcome: "done" }]);
  expect([again.status, await again.json()]).toEqual([200, { outcome: "known" }]);
  expect(await told(shop)).toMatchObject([
    {
      ref: sampleId,
      label: "#1001",
      micros: 120_000_000,
      currency: "USD",
      placedBy: "customer",
      match: { rule: "visit", call },
    },
  ]);
});

test("200: paid, refunded and cancelled orders say what is left, in whatever order they come", async () => {
  const shop = await aShop();
  const refund = { id: 1, order_id: "@sample", transactions: [{ kind: "refund", status: "success", amount: "30.00" }] };
  const paid = shopifyOrder({ ...withVisit, updated_at: "2026-03-02T12:00:00Z", refunds: [refund] });

  await send(shop, "refunds/create", JSON.stringify(refund).replace('"@sample"', sampleId));
  await send(shop, "orders/paid", paid);
  await send(shop, "orders/create", shopifyOrder(withVisit));
  expect(await told(shop)).toMatchObject([{ micros: 120_000_000, refundedMicros: 30_000_000, isCancelled: false }]);

  const cancelled = { updated_at: "2026-03-02T13:00:00Z", cancelled_at: "2026-03-02T13:00:00Z" };
  await send(shop, "orders/cancelled", shopifyOrder({ ...withVisit, ...cancelled, refunds: [refund] }));
  expect(await told(shop)).toMatchObject([{ isCancelled: true, refundedMicros: 30_000_000 }]);
});

test("200: a draft of the desk is found by the caller only at level 2, and nothing of the customer is kept", async () => {
  const shop = await aShop();
  const draft = shopifyOrder({ source_name: "shopify_draft_order" });
  await send(shop, "orders/create", draft);
  expect(await told(shop)).toMatchObject([{ placedBy: "staff", match: undefined }]);

  await shop.world.orders.saveOrderRules(shop.shop.account, shop.shop.site, {
    windowMs: 86_400_000,
    matchesCallers: true,
  });
  await send(shop, "orders/paid", draft);

  const kept = await told(shop);
  expect(kept).toMatchObject([{ match: { rule: "caller", call } }]);
  expect(JSON.stringify(kept) + shop.logged.join("")).not.toMatch(/5550123|ann@shop/);
});

test("401: a bad, a missing and somebody else's signature, on every topic that matters to a law", async () => {
  const shop = await aShop();
  const body = shopifyOrder();
  for (const topic of [
    "orders/create",
    "customers/data_request",
    "customers/redact",
    "shop/redact",
    "app/uninstalled",
  ]) {
    const headers = webhookHeaders(topic, body);
    const { "x-shopify-hmac-sha256": _none, ...unsigned } = headers;
    const tries = [
      { headers, body: `${body} ` },
      { headers: unsigned, body },
      { headers: webhookHeaders(topic, body, { secret: "theirs" }), body },
      { headers: { ...headers, "x-shopify-hmac-sha256": "AAAA" }, body },
    ];
    for (const one of tries) {
      const answer = await shop.app.request("/shopify/webhooks", { method: "POST", ...one });
      expect(await problemIn(answer)).toMatchObject({ status: 401, code: "shopify_signature_invalid" });
    }
  }
  expect(await told(shop)).toEqual([]);
  expect(shop.logged.join("")).not.toContain(appKeys.secret);
});

test("404: an order of a shop nobody connected is refused with what to do; its customers' wishes are fulfilled already", async () => {
  const shop = await aShop();
  const domain = "somebody-else.myshopify.com";

  const answer = await send(shop, "orders/create", shopifyOrder(), { domain });

  expect(await problemIn(answer)).toMatchObject({ status: 404, code: "shop_unknown" });
  expect((await send(shop, "customers/redact", "{}", { domain })).status).toBe(200);
  expect((await send(shop, "orders/create", shopifyOrder(), { domain: "evil.example" })).status).toBe(404);
});

test("200: what is no order, and a topic nobody asked for, is passed over and said so", async () => {
  const shop = await aShop();

  expect(await (await send(shop, "orders/create", "[1")).json()).toEqual({ outcome: "passed over" });
  expect(await (await send(shop, "themes/publish", "{}")).json()).toEqual({ outcome: "passed over" });
  expect(shop.logged.join("")).toContain("webhook not understood");
});

test("200: a customer who is to be forgotten is: caller, recording, visit and visitor; the order stays as a figure", async () => {
  const shop = await aShop();
  const { world } = shop;
  const { account } = shop.shop;
  const id = anId<never>("recording");
  const sound = await world.vault.put(
    account,
    id,
    (async function* () {
      yield new Uint8Array([1, 2, 3]);
    })(),
  );
  const facts = { lengthMs: 1, channels: 1, mediaType: "audio/wav", storedAt: at("10:05") } as const;
  await world.care.saveRecording(account, { id, call, ...facts, ...sound });
  await send(shop, "orders/create", shopifyOrder({ ...withVisit, id: 5 }));
  const ask = { customer: { id: 7, phone: "+1 415-555-0123" }, orders_to_redact: [5], orders_requested: [5] };

  await send(shop, "customers/data_request", JSON.stringify({ ...ask, data_request: { id: 99 } }));
  expect((await send(shop, "customers/redact", JSON.stringify(ask))).status).toBe(200);

  expect(await world.care.caller(account, call)).toBeUndefined();
  expect(await world.care.recordingOf(account, call)).toBeUndefined();
  const played = async () => {
    for await (const _part of world.vault.read(account, id, 0, 2));
  };
  await expect(played()).rejects.toBeInstanceOf(Error);
  expect(await world.visits.story(account, visit)).toBeUndefined();
  expect(await told(shop)).toMatchObject([{ ref: "5", visit: undefined, micros: 120_000_000 }]);
  const log = await world.accounts.auditLog(account, 10);
  expect(log.map(({ action, facts: said }) => [action, said["calls"], said["orders"] ?? said["visitors"]])).toEqual(
    expect.arrayContaining([
      ["customer.redacted", 1, 1],
      ["customer.data_requested", 1, 1],
    ]),
  );
});

test("200: a removed app leaves no key, and a shop that is to be forgotten leaves no order", async () => {
  const shop = await aShop();
  const { world } = shop;
  const { account } = shop.shop;
  await world.shops.installed(account, shopDomain, "shpat_1", at("09:00"));
  await send(shop, "orders/create", shopifyOrder(withVisit));

  await send(shop, "app/uninstalled", "{}");
  expect(await world.shops.tokenOf(account, shopDomain)).toBeUndefined();
  await send(shop, "shop/redact", "{}");

  expect(await told(shop)).toEqual([]);
  expect(await world.shops.shopByDomain(shopDomain)).toBeUndefined();
  expect(await world.visits.story(account, visit)).toBeUndefined();
});

test("404: a server without an app at Shopify says so", async () => {
  const { app } = await aTestApp();

  const answer = await app.request("/shopify/webhooks", { method: "POST", body: "{}" });

  expect(await problemIn(answer)).toMatchObject({ status: 404, code: "shopify_not_set_up" });
});
