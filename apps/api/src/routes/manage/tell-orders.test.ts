import { getRevenueReport, saveOrders, type OrderTold } from "@ringtrail/api-contract";
import { after, day as aDay, hour, Phi, type CallId, type VisitId } from "@ringtrail/core";
import { aCall, aCandidate, aLanding, aMatch, aNumber, anId, aTouch, at, aVisit } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn, type AskAsKey } from "../../../testing/ask-as-key.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";

const meta = aTouch({ channel: "paid_social", source: "facebook", medium: "paid_social", campaign: "Kettles" });
const google = aTouch({ campaign: "Spring" });
const day = new Date(at("10:00")).toISOString().slice(0, 10);
const iso = (time: string) => new Date(at(time)).toISOString();
const caller = "+14155550123";

/** Ann came by a Meta ad and called at ten, three to one; Bob came by Google and did not call. */
async function aShopWithACall() {
  const app = await aTestApp();
  const { world, shop } = app;
  for (const [name, touch] of [
    ["ann", meta],
    ["bob", google],
  ] as const) {
    const page = { path: "/", title: "Page", at: at("09:00") };
    const landed = { id: anId<VisitId>(name), visitor: anId<never>(name), site: shop.site, touch, page };
    await world.pools.lend(shop.account, aVisit({ ...landed, landing: aLanding() }), []);
  }
  const { account, connection, site, source } = shop;
  const call = anId<CallId>("call");
  await world.calls.ring(account, aCall({ id: call, connection, site, number: source.id, rangAt: at("10:00") }));
  await world.care.saveCaller(account, call, { number: Phi.seal(aNumber(caller)), name: undefined }, at("10:00"));
  const candidates = [
    aCandidate({ visit: anId<VisitId>("ann"), probability: 0.75, touch: meta }),
    aCandidate({ visit: anId<VisitId>("bob"), probability: 0.25, touch: google }),
  ];
  await world.calls.saveMatch(account, call, aMatch({ candidates, nobody: 0 }), undefined);
  const ask = await aKey(app, ["calls:read", "orders:write", "costs:write", "sites:read", "sites:write"]);
  return { app, ask, call };
}

const anOrder = (over: Partial<OrderTold> = {}): OrderTold => ({
  id: "1001",
  number: "#1001",
  placedAt: iso("11:00"),
  updatedAt: iso("11:00"),
  currency: "USD",
  amount: 100,
  ...over,
});
async function tell(ask: AskAsKey, ...orders: OrderTold[]) {
  const answer = await ask("/v1/orders", { body: { shop: "kettle.example", orders } });
  expect(answer.status).toBe(200);
  return saveOrders.response.parse(await answer.json());
}
async function revenue(ask: AskAsKey, query = "") {
  const answer = await ask(`/v1/reports/revenue?from=${day}&to=${day}&model=last${query}`);
  expect(answer.status).toBe(200);
  return getRevenueReport.response.parse(await answer.json());
}
const callersToo = async (ask: AskAsKey, { shop }: TestApp) =>
  expect(
    (
      await ask(`/v1/sites/${shop.site}/order-rules`, {
        method: "PUT",
        body: { windowDays: 7, matchesCallers: true },
      })
    ).status,
  ).toBe(200);

test("200: two rows of cost and one phone order give the cost per call and the return computed by hand", async () => {
  const { ask, call } = await aShopWithACall();
  const costs = [
    { day, source: "facebook", medium: "paid_social", campaign: "kettles", currency: "USD", amount: 30 },
    { day, source: "google", medium: "cpc", campaign: "spring", currency: "USD", amount: 10 },
  ];
  expect((await ask("/v1/costs", { body: { costs } })).status).toBe(200);

  const told = await tell(
    ask,
    anOrder({ amount: 120, visit: anId("ann"), refunds: [{ id: "r1", amount: 20 }] }),
    anOrder({ id: "1002", amount: 50, visit: anId("bob") }),
  );

  expect(told).toMatchObject({
    added: 2,
    orders: [
      { id: "1001", rule: "visit", call },
      { id: "1002", rule: "none" },
    ],
  });
  // The call is three quarters of Kettles and one quarter of Spring, and so are the order's 100 dollars.
  const { rows, total } = await revenue(ask, "&by=campaign");
  expect(rows.map((row) => [row.name, row.phone.revenue.mean, row.web.revenue.mean, row.cost, row.roas?.mean])).toEqual(
    [
      ["Kettles", 75, 0, 30, 2.5],
      ["Spring", 25, 50, 10, 7.5],
    ],
  );
  expect(total).toEqual({ phone: { orders: 1, revenue: 100 }, web: { orders: 1, revenue: 50 }, cost: 40 });
  const calls = await (await ask(`/v1/reports/calls?from=${day}&to=${day}&by=campaign&model=last`)).json();
  expect(calls).toMatchObject({
    rows: [
      { name: "Kettles", value: { mean: 75 }, costPerCall: { mean: 40 }, roas: { mean: 2.5 } },
      { name: "Spring", value: { mean: 25 }, costPerCall: { mean: 40 }, roas: { mean: 2.5 } },
    ],
    total: { calls: 1, value: 100, cost: 40 },
  });
});

test("200: told again nothing counts twice; refunds reduce, a cancelled order is worth nothing, and a late telling is passed over", async () => {
  const { ask } = await aShopWithACall();
  const order = anOrder({ visit: anId("ann") });
  const phone = async () => (await revenue(ask)).total.phone;
  await tell(ask, order);
  const refunded = { ...order, updatedAt: iso("12:00"), refunds: [{ id: "r1", amount: 40 }] };

  expect(await tell(ask, refunded)).toMatchObject({ added: 0, replaced: 1 });
  await tell(ask, refunded);
  expect(await phone()).toEqual({ orders: 1, revenue: 60 });
  await tell(ask, { ...order, updatedAt: iso("13:00"), cancelled: true });
  expect(await phone()).toEqual({ orders: 1, revenue: 0 });
  expect(await tell(ask, order)).toMatchObject({ added: 0, replaced: 0, older: 1, orders: [{ rule: "visit" }] });
  expect(await phone()).toEqual({ orders: 1, revenue: 0 });
});

test("200: an order that staff took is found by who called only if the owner chose so, and the number is kept nowhere", async () => {
  const { app, ask, call } = await aShopWithACall();
  const byPhone = anOrder({ placedBy: "staff", phone: "+1 (415) 555-0123" });

  expect((await tell(ask, byPhone)).orders).toEqual([{ id: "1001", rule: "none" }]);
  await callersToo(ask, app);
  expect((await tell(ask, byPhone, anOrder({ id: "1002", phone: caller }))).orders).toEqual([
    { id: "1001", rule: "caller", call },
    { id: "1002", rule: "none" },
  ]);

  const listed = await (await ask(`/v1/calls/${call}/orders`)).json();
  expect(listed).toMatchObject({ orders: [{ number: "#1001", rule: "caller", call, hasVisit: false, net: 100 }] });
  expect(JSON.stringify(listed) + app.logged.join("")).not.toMatch(/555.?0123/);
});

test("200: a currency the account does not use is kept and named, and not added up", async () => {
  const { ask } = await aShopWithACall();
  await tell(ask, anOrder({ visit: anId("ann") }), anOrder({ id: "2", currency: "JPY", amount: 9 }));

  const { currency, total, otherCurrencies } = await revenue(ask);

  expect([currency, total.phone.revenue, total.web.orders]).toEqual(["USD", 100, 0]);
  expect(otherCurrencies).toEqual([{ currency: "JPY", orders: 1, revenue: 9, cost: 0 }]);
  expect((await revenue(ask, "&currency=JPY")).total.web).toEqual({ orders: 1, revenue: 9 });
});

test("200: an order without attributes, or with somebody's nonsense in them, is kept and is nobody's", async () => {
  const { ask } = await aShopWithACall();
  const stranger = anOrder({ id: "3", visit: anId("somebody else's") });

  const { orders } = await tell(ask, anOrder(), anOrder({ id: "2", visit: "'; drop table" }), stranger);

  expect(orders.map(({ rule }) => rule)).toEqual(["none", "none", "none"]);
  expect((await revenue(ask)).rows.map(({ kind, web }) => [kind, web.orders.mean])).toEqual([["nobody", 3]]);
});

test("a call from before the window, or after the order, brought nothing", async () => {
  const { app, ask } = await aShopWithACall();
  const late = new Date(after(at("10:00"), 7 * aDay + hour)).toISOString();

  const told = await tell(
    ask,
    anOrder({ visit: anId("ann"), placedAt: late }),
    anOrder({ id: "2", visit: anId("ann"), placedAt: iso("09:30") }),
  );

  expect(told.orders.map(({ rule }) => rule)).toEqual(["none", "none"]);
  const rules = await (await ask(`/v1/sites/${app.shop.site}/order-rules`)).json();
  expect(rules).toEqual({ windowDays: 7, matchesCallers: false });
});

test("403 and 404: without the scope nothing is told, and no site means no order", async () => {
  const { app, ask } = await aShopWithACall();
  const reader = await aKey(app, ["calls:read"]);

  expect((await reader("/v1/orders", { body: { orders: [anOrder()] } })).status).toBe(403);
  const nowhere = await ask("/v1/orders", { body: { site: anId("elsewhere"), orders: [anOrder()] } });
  expect(await problemIn(nowhere)).toMatchObject({ status: 404, code: "site_unknown" });
  expect((await ask(`/v1/sites/${anId("elsewhere")}/order-rules`)).status).toBe(404);
  expect((await ask("/v1/orders", { body: { orders: [anOrder({ amount: -1 })] } })).status).toBe(422);
});
