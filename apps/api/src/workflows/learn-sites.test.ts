import { after, minute, Phi, type CallId, type Instant, type NumberId } from "@ringtrail/core";
import { priorParameters } from "@ringtrail/core/attribution";
import { aNumber, anId, at, lendTo } from "@ringtrail/core/testing";
import { loadRuleSet } from "@ringtrail/recording-law";
import { expect, test } from "vitest";
import { aTestApp } from "../../testing/test-app.ts";
import type { Deps } from "../deps.ts";
import { attributeCall } from "./attribute-call.ts";
import { learnOne, learnSites } from "./learn-sites.ts";

/** A shop where every tenth minute somebody is shown a number, and calls it a minute later. */
async function aShopWithCalls(calls: number, over: Partial<Deps> = {}) {
  const test = await aTestApp({}, () => over);
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

test("a site learns from its own calls, the next is judged by what it learned, and each keeps the version that judged it", async () => {
  const { deps, world, shop } = await aShopWithCalls(220);
  const [number] = shop.numbers;
  const route = await world.directory.routeByNumber(shop.connection, number?.e164 ?? shop.source.e164);
  if (route === undefined) throw new Error("The shop's number has no route.");
  const judgedBy = async (name: string) => (await world.calls.facts(shop.account, anId(name)))?.match?.model;
  const judge = (name: string) => {
    const caller = { number: undefined, name: undefined };
    return attributeCall(deps, { route, call: anId<CallId>(name), rangAt: deps.now(), caller });
  };
  await judge("call 218");

  await learnSites(deps);
  await judge("call 219");

  const learned = await world.parameters.latest(shop.account, shop.site);
  expect(learned).toMatchObject({ version: 1, calls: 220, parameters: { version: "delay-mixture-3/site-1" } });
  expect(learned?.parameters.calls["paid_search"]).toBeGreaterThan(0.2);
  expect([await judgedBy("call 218"), await judgedBy("call 219")]).toEqual([
    "delay-mixture-3",
    "delay-mixture-3/site-1",
  ]);
});

test("a site with few calls keeps the prior, and without new calls nothing is learned anew", async () => {
  const few = await aShopWithCalls(20);
  const many = await aShopWithCalls(210);

  expect(await learnOne(few.deps, few.shop.account, few.shop.site)).toBeUndefined();
  expect(await learnOne(many.deps, many.shop.account, many.shop.site)).toEqual({ version: 1, calls: 210 });
  expect(await learnOne(many.deps, many.shop.account, many.shop.site)).toBeUndefined();
});

test("what a site learned for an earlier model judges no call, and is learned anew without waiting for more calls", async () => {
  const { deps, world, shop } = await aShopWithCalls(220);
  const route = await world.directory.routeByNumber(shop.connection, shop.numbers[0]?.e164 ?? shop.source.e164);
  if (route === undefined) throw new Error("The shop's number has no route.");
  const parameters = { ...priorParameters, version: "delay-mixture-2/site-1" };
  await world.parameters.keep(shop.account, shop.site, { version: 1, learnedAt: deps.now(), calls: 220, parameters });

  const call = anId<CallId>("call 219");
  await attributeCall(deps, { route, call, rangAt: deps.now(), caller: { number: undefined, name: undefined } });

  expect((await world.calls.facts(shop.account, call))?.match?.model).toBe("delay-mixture-3");
  expect(await learnOne(deps, shop.account, shop.site)).toEqual({ version: 2, calls: 220 });
});

test("what a site learns, it learns from who called and from where: people who call again, and their regions", async () => {
  const law = await loadRuleSet();
  const told = await aShopWithCalls(220, { law: law.ok ? law.value : undefined });
  const untold = await aShopWithCalls(220);
  for (let nth = 0; nth < 220; nth += 1) {
    // Ten people from Texas, who take turns.
    const number = Phi.seal(aNumber(`+121455501${10 + (nth % 10)}`));
    const rangAt = after(at("10:00"), (nth * 10 + 1) * minute);
    await told.world.care.saveCaller(told.shop.account, anId(`call ${nth}`), { number, name: undefined }, rangAt);
  }

  const learn = async ({ deps, world, shop }: typeof told) => {
    await learnOne(deps, shop.account, shop.site);
    return (await world.parameters.latest(shop.account, shop.site))?.parameters;
  };
  const [withCallers, without] = [await learn(told), await learn(untold)];

  expect(withCallers?.history).not.toEqual(without?.history);
  expect(withCallers?.regions.strangers["US-TX"]).toBeGreaterThan(without?.regions.strangers["US-TX"] ?? 0.02);
});
