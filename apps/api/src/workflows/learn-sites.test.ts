import { minute, after, type CallId, type Instant, type NumberId } from "@ringtrail/core";
import { anId, at, lendTo } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aTestApp } from "../../testing/test-app.ts";
import { attributeCall } from "./attribute-call.ts";
import { learnOne, learnSites } from "./learn-sites.ts";

/** A shop where every tenth minute somebody is shown a number, and calls it a minute later. */
async function aShopWithCalls(calls: number) {
  const test = await aTestApp();
  const { world, shop } = test;
  const ring = (id: CallId, number: NumberId, rangAt: Instant) =>
    world.calls.ring(shop.account, {
      id,
      connection: shop.connection,
      carrierRef: id,
      number,
      site: shop.site,
      rangAt,
      healed: false,
    });
  for (let nth = 0; nth < calls; nth += 1) {
    const now = after(at("10:00"), nth * 10 * minute);
    const lent = await lendTo(world, shop, `visit ${nth}`, { now });
    await ring(anId(`call ${nth}`), lent.number?.id ?? shop.source.id, after(now, minute));
  }
  test.clock.pass(calls * 10 * minute);
  return test;
}

test("a site learns from its own calls, and the next call is judged by what it learned and says so", async () => {
  const { deps, world, shop } = await aShopWithCalls(220);

  await learnSites(deps);

  const learned = await world.parameters.latest(shop.account, shop.site);
  expect(learned).toMatchObject({ version: 1, calls: 220, parameters: { version: "delay-mixture-2/site-1" } });
  expect(learned?.parameters.calls["paid_search"]).toBeGreaterThan(0.2);
  const [number] = shop.numbers;
  const route = await world.directory.routeByNumber(shop.connection, number?.e164 ?? shop.source.e164);
  if (route === undefined) throw new Error("The shop's number has no route.");
  const call = {
    route,
    call: anId<CallId>("call 219"),
    rangAt: deps.now(),
    caller: { number: undefined, name: undefined },
  };
  await attributeCall(deps, call);
  const facts = await world.calls.facts(shop.account, anId("call 219"));
  expect(facts?.match?.model).toBe("delay-mixture-2/site-1");
});

test("a site with few calls keeps the prior, and without new calls nothing is learned anew", async () => {
  const few = await aShopWithCalls(20);
  const many = await aShopWithCalls(210);

  expect(await learnOne(few.deps, few.shop.account, few.shop.site)).toBeUndefined();
  expect(await learnOne(many.deps, many.shop.account, many.shop.site)).toEqual({ version: 1, calls: 210 });
  expect(await learnOne(many.deps, many.shop.account, many.shop.site)).toBeUndefined();
});
