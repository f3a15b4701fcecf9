import { after, hour, minute, Phi, type CallId, type E164, type Instant } from "@ringtrail/core";
import { aCall, aLanding, aNumber, anId, aVisit, at, planFor } from "@ringtrail/core/testing";
import { loadRuleSet } from "@ringtrail/recording-law";
import { expect, test } from "vitest";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";
import { attributeCall, attributeEnded } from "./attribute-call.ts";

const loaded = await loadRuleSet();
const law = loaded.ok ? loaded.value : undefined;
const california = aNumber("+14155550123");
const texas = aNumber("+12145550123");

/** Lets a call ring on one of the shop's numbers and answers how it was judged. */
async function judge({ deps, world, shop }: TestApp, name: string, number: E164, from: E164, rangAt: Instant) {
  const route = await world.directory.routeByNumber(shop.connection, number);
  if (route === undefined) throw new Error("The number has no route.");
  const { connection, site, account } = shop;
  const id = anId<CallId>(name);
  await world.calls.ring(
    account,
    aCall({ id, carrierRef: name, connection, site, number: route.number, rangAt, healed: false }),
  );
  await attributeCall(deps, { route, call: id, rangAt, caller: { number: Phi.seal(from), name: undefined } });
  const match = (await world.calls.facts(account, id))?.match;
  if (match === undefined) throw new Error("The call was not judged.");
  return match;
}

/** A visit from California is shown the shop's only pool number. */
async function aShopWithVisit() {
  const app = await aTestApp({ slices: ["any"] }, () => ({ law }));
  const { world, shop } = app;
  const region = { code: "US-CA", certainty: 0.8 };
  const visit = aVisit({ site: shop.site, landing: aLanding({ region }) });
  await world.pools.lend(shop.account, visit, [planFor(shop, at("10:00"), { id: visit.id })]);
  const [number] = shop.numbers;
  if (number === undefined) throw new Error("The shop has no pool number.");
  return { app, number: number.e164 };
}

test("a caller from the visit's region is more likely that visit than one from elsewhere, and the call says so", async () => {
  const near = await aShopWithVisit();
  const far = await aShopWithVisit();

  const fromHere = await judge(near.app, "near", near.number, california, at("11:00"));
  const fromAfar = await judge(far.app, "far", far.number, texas, at("11:00"));

  expect(law).toBeDefined();
  expect(fromHere.candidates[0]?.probability).toBeGreaterThan(fromAfar.candidates[0]?.probability ?? 1);
  const factor = (match: typeof fromHere) =>
    match.candidates[0]?.factors.find(({ name }) => name === "same_region")?.fact;
  expect([factor(fromHere), factor(fromAfar)]).toEqual([true, false]);
});

test("who called this very number before is taken for somebody who calls again sooner than who called another", async () => {
  const same = await aShopWithVisit();
  const other = await aShopWithVisit();
  const again = after(at("10:00"), 2 * hour);

  await judge(same.app, "first", same.number, texas, after(at("10:00"), hour));
  const onSame = await judge(same.app, "again", same.number, texas, again);
  await judge(other.app, "first", other.app.shop.source.e164, texas, after(at("10:00"), hour));
  const onOther = await judge(other.app, "again", other.number, texas, again);

  expect(onSame.returning).toBeGreaterThan(onOther.returning);
  expect(onOther.returning).toBeGreaterThan(0);
});

test("one caller among few who ever called is likelier one of the visits than one among many", async () => {
  const few = await aShopWithVisit();
  const many = await aShopWithVisit();
  for (let nth = 0; nth < 30; nth += 1) {
    const somebody = aNumber(`+1212555${String(1000 + nth)}`);
    await judge(many.app, `stranger ${nth}`, many.app.shop.source.e164, somebody, after(at("10:00"), nth * minute));
  }
  const visitShare = async ({ app, number }: typeof few) => {
    await judge(app, "first", app.shop.source.e164, texas, after(at("10:00"), hour));
    return (await judge(app, "again", number, texas, after(at("10:00"), 2 * hour))).candidates[0]?.probability ?? 0;
  };

  expect(await visitShare(few)).toBeGreaterThan(await visitShare(many));
});

test("a tap that the page tells only after the ring counts when the call has ended, and one after the ring does not", async () => {
  const { app, number } = await aShopWithVisit();
  const { deps, world, shop } = app;
  const ann = aVisit().id;
  const before = await judge(app, "late", number, california, at("10:03"));
  const [held] = shop.numbers;
  const route = await world.directory.routeByNumber(shop.connection, number);
  if (route === undefined || held === undefined) throw new Error("The number has no route.");
  const ended = { route, call: anId<CallId>("late"), caller: { number: Phi.seal(california), name: undefined } };
  const now = async () => (await world.calls.facts(shop.account, ended.call))?.match;

  await world.visits.append(shop.account, ann, [{ kind: "tap", number: held.id, at: at("10:04") }]);
  await attributeEnded(deps, ended);
  expect(await now()).toEqual(before);

  await world.visits.append(shop.account, ann, [{ kind: "tap", number: held.id, at: at("10:02:50") }]);
  await attributeEnded(deps, ended);
  const after = await now();
  expect(after?.candidates[0]?.probability).toBeGreaterThan(before.candidates[0]?.probability ?? 1);
  expect(after?.candidates[0]?.factors.map(({ name }) => name)).toContain("tel_tap");
});
