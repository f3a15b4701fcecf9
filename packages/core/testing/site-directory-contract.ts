import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { parseId, type ConnectionId } from "../src/index.ts";
import { aCallFlow, aNumber } from "./build-call.ts";
import { aSite, seedShop, sourceTouch } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

/** What every directory must do: the look-ups that come before an account is known. */
export function siteDirectoryContract(makeWorld: MakeWorld): void {
  inWorld("site directory", makeWorld, (world) => {
    test("a site is found by its public key with all its doors need", async () => {
      const shop = await seedShop(world(), {
        slices: ["paid_search", "any", "paid_search"],
        areas: ["415", "212", "415"],
      });

      const site = await world().directory.siteByKey(shop.siteKey);

      expect(site).toEqual({
        account: shop.account,
        site: shop.site,
        key: shop.siteKey,
        name: `Site ${shop.siteKey}`,
        origins: ["https://plumber.example"],
        regime: "opt-in",
        targets: [{ id: shop.target, e164: expect.stringMatching(/998$/), label: "Shop" }],
        sources: [{ number: shop.source.id, e164: shop.source.e164, target: shop.target, touch: sourceTouch }],
        texting: [],
        pools: [
          {
            id: shop.pool.id,
            account: shop.account,
            site: shop.site,
            target: shop.target,
            exclusive: false,
            slices: ["any", "paid_search"],
            areas: ["+1212", "+1415"],
            provisionalMs: 5_000,
            graceMs: 300_000,
            restMs: 86_400_000,
          },
        ],
      });
      expect(await world().directory.siteByKey("no-such-key")).toBeUndefined();
      expect(await world().directory.siteByKey("' or 1=1")).toBeUndefined();
    });

    test("every id is one the parser accepts", async () => {
      const { account, connection, site, target, pool, numbers } = await seedShop(world());
      for (const id of [account, connection, site, target, pool.id, ...numbers.map((number) => number.id)]) {
        expect(parseId(id).ok).toBe(true);
      }
    });

    test("a webhook's connection is found with its keys", async () => {
      const shop = await seedShop(world());

      const connection = await world().directory.connectionById(shop.connection);

      expect(connection).toMatchObject({ id: shop.connection, account: shop.account, carrier: "fake" });
      expect(connection).toMatchObject({ secret: expect.stringMatching(/^secret /), apiBase: "http://127.0.0.1:1" });
      expect(await world().directory.connectionById(randomUUID() as ConnectionId)).toBeUndefined();
    });

    test("a ringing number leads to its site, flow and places, on its own connection only", async () => {
      const shop = await seedShop(world());
      const other = await seedShop(world());
      const { directory } = world();
      const e164 = shop.numbers[0]?.e164 ?? aNumber();

      expect(await directory.routeByNumber(shop.connection, e164)).toEqual({
        account: shop.account,
        connection: shop.connection,
        number: shop.numbers[0]?.id,
        e164,
        site: shop.site,
        pool: shop.pool.id,
        sourceTouch: undefined,
        flow: aCallFlow(),
        businessPlaces: ["US-CA"],
      });
      expect(await directory.routeByNumber(shop.connection, shop.source.e164)).toMatchObject({
        pool: undefined,
        sourceTouch,
      });
      expect(await directory.routeByNumber(other.connection, e164)).toBeUndefined();
    });

    test("all routes are told at once, for the time when the database is gone", async () => {
      const shops = [await seedShop(world()), await seedShop(world())];

      const routes = await world().directory.allRoutes();

      for (const { connection, numbers, source } of shops) {
        for (const { e164 } of [...numbers, source]) {
          expect(routes).toContainEqual(await world().directory.routeByNumber(connection, e164));
        }
      }
    });

    test("an account's sites are told by name, nobody else's", async () => {
      const shop = await seedShop(world());
      const second = `a-${shop.siteKey}`;
      await world().accounts.saveSite(shop.account, { ...aSite(second), name: "A site" });

      const sites = await world().directory.sitesOf(shop.account);

      expect(sites.map(({ key }) => key)).toEqual([second, shop.siteKey]);
      expect(sites[1]).toEqual(await world().directory.siteByKey(shop.siteKey));
    });
  });
}
