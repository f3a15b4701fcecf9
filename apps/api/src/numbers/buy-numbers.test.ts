import { minute } from "@ringtrail/core";
import { usualLimits } from "@ringtrail/core/ports";
import { expect, test } from "vitest";
import { actions, aNumberDesk, e164 } from "../../testing/a-number-desk.ts";
import { problemIn } from "../../testing/ask-as-key.ts";
import { settleOrders } from "./settle-orders.ts";

const number = "+14155550142";

test("200: numbers for rent are shown with their price before anything is bought", async () => {
  const { ask, rented } = await aNumberDesk();

  const answer = await ask("/v1/available-numbers?areaCode=415&kind=local");

  const { offers } = (await answer.json()) as { offers: object[] };
  expect(offers[0]).toEqual({
    e164: "+14155550100",
    locality: "San Francisco",
    region: "CA",
    monthly: { cents: 115, currency: "USD" },
  });
  expect(await rented()).toHaveLength(3);
});

test("201: a rented number rings here, has its fallback, and can be lent", async () => {
  const desk = await aNumberDesk();
  const { ask, wanted, deps, shop } = desk;

  const answer = await ask("/v1/numbers", { body: { ...wanted(number), monthly: { cents: 115, currency: "USD" } } });

  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ e164: number, state: "in_use", role: "pool", monthly: { cents: 115 } });
  const connection = await deps.directory.connectionById(shop.connection);
  if (connection === undefined) throw new Error("The shop has no connection.");
  const found = await deps.carrierFor(connection).provider(connection).findNumber(e164(number));
  expect(found).toMatchObject({ ok: true, value: { fallbackMethod: "GET" } });
  expect(found.ok && found.value?.voiceUrl).toContain(`/carriers/twilio/${shop.connection}/voice#ct=`);
  expect(found.ok && found.value?.fallbackUrl).toContain("https://static.example/fallback/14155550142.twilio?k=");
  expect(deps.snapshot.route(shop.connection, e164(number))).toBeDefined();
  expect(await actions(desk, shop.account)).toContain("number.rented");
});

test("409: what costs more than was shown is not bought; what costs less is, at its price", async () => {
  const { ask, wanted, rented } = await aNumberDesk();
  const at = (cents: number, currency = "USD") =>
    ask("/v1/numbers", { body: { ...wanted(number), monthly: { cents, currency } } });

  const dearer = await problemIn(await at(100));
  expect(dearer).toMatchObject({ code: "price_changed", field: "monthly", detail: "It costs 1.15 USD a month now." });
  expect(await problemIn(await at(115, "EUR"))).toMatchObject({ code: "price_changed" });
  expect(await rented()).not.toContain(number);

  expect(await (await at(200)).json()).toMatchObject({ e164: number, monthly: { cents: 115, currency: "USD" } });
});

test("409: nothing is bought that would pass the rent the account allows itself", async () => {
  const { ask, wanted, rented, deps, shop } = await aNumberDesk();
  const mostRent = { cents: 200, currency: "USD" };
  await deps.numbers.saveLimits(shop.account, { ...usualLimits, mostRent });

  expect((await ask("/v1/numbers", { body: wanted(number) })).status).toBe(201);
  const second = await problemIn(await ask("/v1/numbers", { body: wanted("+14155550143") }));

  expect(second).toMatchObject({ code: "spend_limit_reached", detail: "The limit is 2.00 USD a month." });
  expect(await rented()).not.toContain("+14155550143");
});

test("201: asked for twice, also at once, a number is rented once", async () => {
  const { ask, wanted, rented } = await aNumberDesk();

  const answers = [
    ...(await Promise.all([
      ask("/v1/numbers", { body: wanted(number) }),
      ask("/v1/numbers", { body: wanted(number) }),
    ])),
    await ask("/v1/numbers", { body: wanted(number) }),
  ];

  expect(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 503)).toEqual([]);
  expect(answers.at(-1)?.status).toBe(201);
  expect((await rented()).filter((one) => one === number)).toHaveLength(1);
});

test("201: a purchase whose answer was lost is found in the carrier's list and kept", async () => {
  const { ask, wanted, rented, lose } = await aNumberDesk();
  await lose("lost_after");

  expect((await ask("/v1/numbers", { body: wanted(number) })).status).toBe(201);

  expect(await rented()).toContain(number);
});

test("503: a purchase nobody knows the end of is not repeated, and is dropped when the list never shows it", async () => {
  const { ask, wanted, rented, lose, deps, shop, clock } = await aNumberDesk();
  await lose("lost_before");

  const answer = await ask("/v1/numbers", { body: wanted(number) });

  expect(answer.status).toBe(503);
  expect(await problemIn(answer)).toMatchObject({ code: "purchase_unsure" });
  expect(await problemIn(await ask("/v1/numbers", { body: wanted(number) }))).toMatchObject({
    code: "purchase_unsure",
  });
  expect(await rented()).not.toContain(number);
  clock.pass(3 * minute);
  expect(await settleOrders(deps, shop.account)).toEqual({ bought: 0, failed: 0 });
  clock.pass(30 * minute);
  expect(await settleOrders(deps, shop.account)).toEqual({ bought: 0, failed: 1 });
  expect((await ask("/v1/numbers", { body: wanted(number) })).status).toBe(201);
});

test("an order that was left open by a death is finished by the carrier's list", async () => {
  const { deps, shop, clock, carrier, rented } = await aNumberDesk();
  const connection = await deps.directory.connectionById(shop.connection);
  if (connection === undefined) throw new Error("The shop has no connection.");
  const place = { role: "pool", site: shop.site, target: shop.target, pool: shop.pool.id, slice: "any" } as const;
  const order = { id: deps.newId<string>(), connection: shop.connection, e164: e164(number), place, rent: undefined };
  await deps.numbers.openOrder(shop.account, { ...order, askedAt: deps.now() });
  const addresses = { voiceUrl: carrier.url, fallbackUrl: undefined, statusUrl: carrier.url };
  await deps.carrierFor(connection).provider(connection).buyNumber(e164(number), addresses);
  clock.pass(3 * minute);

  expect(await settleOrders(deps, shop.account)).toEqual({ bought: 1, failed: 0 });

  expect(await settleOrders(deps, shop.account)).toEqual({ bought: 0, failed: 0 });
  expect(deps.snapshot.route(shop.connection, e164(number))).toBeDefined();
  expect((await rented()).filter((one) => one === number)).toHaveLength(1);
});

test("409: the limit the account set itself holds, and nothing is bought", async () => {
  const { ask, wanted, rented, deps, shop } = await aNumberDesk();
  await deps.numbers.saveLimits(shop.account, { ...usualLimits, mostNumbers: 3 });

  const answer = await ask("/v1/numbers", { body: wanted(number) });

  expect(answer.status).toBe(409);
  expect(await problemIn(answer)).toMatchObject({ code: "number_limit_reached", detail: "The limit is 3." });
  expect(await rented()).not.toContain(number);
});

test("409: a number somebody else has", async () => {
  const { ask, wanted, carrier } = await aNumberDesk();
  const account = { sid: "ACother", token: "another secret", numbers: [number] };
  const headers = { "content-type": "application/json" };
  await fetch(`${carrier.url}/fake/accounts`, { method: "POST", headers, body: JSON.stringify(account) });

  expect(await problemIn(await ask("/v1/numbers", { body: wanted(number) }))).toMatchObject({
    code: "number_not_available",
  });
});

test("404, 422: a place or a number that is none", async () => {
  const { ask, wanted, deps } = await aNumberDesk();

  const nowhere = { e164: number, purpose: { role: "pool", pool: deps.newId(), slice: "any" } };
  expect(await problemIn(await ask("/v1/numbers", { body: nowhere }))).toMatchObject({ code: "place_unknown" });
  expect(await problemIn(await ask("/v1/numbers", { body: wanted("411") }))).toMatchObject({ code: "phone_malformed" });
});
