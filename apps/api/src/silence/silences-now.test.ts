import { SilenceList } from "@ringtrail/api-contract";
import { after, day, hour, instant, minute, type CallId, type Instant, type NumberId } from "@ringtrail/core";
import { aCall, anId, at, seedShop } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey } from "../../testing/ask-as-key.ts";
import { aTestApp } from "../../testing/test-app.ts";

/** A shop whose source number rang every working hour of four weeks until Friday evening; it is Monday, ten o'clock. */
async function aBusyShop() {
  const app = await aTestApp();
  const { account, connection, site, source } = app.shop;
  const ring = async (rangAt: Instant, number: NumberId = source.id): Promise<void> => {
    const id = anId<CallId>(`${number} ${rangAt}`);
    await app.world.calls.ring(account, aCall({ id, carrierRef: id, connection, site, number, rangAt }));
  };
  const midnight = instant(at("10:00") - 10 * hour - 28 * day);
  for (let nth = 0; nth < 28 * 24; nth += 1) {
    if (Math.floor(nth / 24) % 7 < 5 && nth % 24 >= 8 && nth % 24 < 18) await ring(after(midnight, nth * hour));
  }
  const ask = await aKey(app, ["sites:read"]);
  const things = async () => SilenceList.parse(await (await ask("/v1/silences")).json()).things;
  return { ...app, ring, things };
}

test("200: what was heard by its rhythm is heard, what is new is learnt, and what never was is told as that", async () => {
  const { shop, ring, things } = await aBusyShop();
  const number = { site: shop.site, what: "calls", name: shop.source.e164 };

  const before = await things();
  expect(before).toContainEqual({ ...number, state: "heard", lastHeardAt: "2026-02-27T18:00:00.000Z" });
  expect(before.filter(({ name }) => name !== number.name).map(({ state }) => state)).toEqual(["unheard", "unheard"]);

  await ring(at("09:30"), shop.numbers[0]?.id);
  const [pool] = (await things()).filter(({ what, name }) => what === "calls" && name !== number.name);
  expect(pool).toMatchObject({ site: shop.site, state: "learning", lastHeardAt: "2026-03-02T10:00:00.000Z" });
});

test("200: a number that fell silent says since when and how often it would have rung, until it rings again", async () => {
  const { shop, clock, ring, things } = await aBusyShop();
  const numbers = async () => (await things()).filter(({ name }) => name === shop.source.e164);

  clock.pass(8 * hour + minute);
  expect(await numbers()).toEqual([
    {
      site: shop.site,
      what: "calls",
      name: shop.source.e164,
      state: "silent",
      lastHeardAt: "2026-02-27T18:00:00.000Z",
      missed: 10,
    },
  ]);

  await ring(after(at("10:00"), 8 * hour));
  expect(await numbers()).toMatchObject([{ state: "heard", lastHeardAt: "2026-03-02T18:01:00.000Z" }]);
});

test("200: another account's silence is nobody else's, and 403 without the scope", async () => {
  const { app, deps, shop, world, ...rest } = await aBusyShop();
  const stranger = await seedShop(world);
  const testApp = { ...rest, app, deps, shop, world };
  const theirs = await aKey(testApp, ["sites:read"], { account: stranger.account });

  const { things } = SilenceList.parse(await (await theirs("/v1/silences")).json());

  expect(new Set(things.map(({ site, state }) => `${site} ${state}`))).toEqual(new Set([`${stranger.site} unheard`]));
  expect((await (await aKey(testApp, ["calls:read"]))("/v1/silences")).status).toBe(403);
});
