import { expect, test } from "vitest";
import { priorParameters } from "../src/attribution/index.ts";
import type { LearnedParameters } from "../src/ports/index.ts";
import { aCall } from "./build-call.ts";
import { anId } from "./an-id.ts";
import { at } from "./fixed-clock.ts";
import { aLanding } from "./build-touch.ts";
import { aVisit } from "./build-visit.ts";
import { planFor, seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

const learned = (version: number, calls = 700): LearnedParameters => ({
  version,
  learnedAt: at("10:00"),
  calls,
  parameters: { ...priorParameters, version: `site-${version}` },
});

/** What every store of learned parameters must do. */
export function parameterStoreContract(makeWorld: MakeWorld): void {
  inWorld("parameter store", makeWorld, (world) => {
    test("a site knows the newest of what it has learned, another site and another account nothing of it", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const { parameters } = world();

      expect(await parameters.latest(shop.account, shop.site)).toBeUndefined();
      expect(await parameters.keep(shop.account, shop.site, learned(1))).toBe(true);
      expect(await parameters.keep(shop.account, shop.site, learned(2, 900))).toBe(true);

      expect(await parameters.latest(shop.account, shop.site)).toEqual(learned(2, 900));
      expect(await parameters.latest(other.account, shop.site)).toBeUndefined();
      expect(await parameters.latest(other.account, other.site)).toBeUndefined();
    });

    test("a version that is there stays as it is: whoever learned it first has", async () => {
      const { account, site } = await seedShop(world());

      await world().parameters.keep(account, site, learned(1));

      expect(await world().parameters.keep(account, site, learned(1, 5))).toBe(false);
      expect(await world().parameters.latest(account, site)).toEqual(learned(1));
    });

    test("the story of a site is what its visits were shown, their signs, their taps and its calls, in order", async () => {
      const shop = await seedShop(world());
      const { account, site, connection } = shop;
      const visit = anId<never>("ann");
      const landing = aLanding({ region: { code: "US-CA", certainty: 0.8 } });
      const landed = aVisit({ id: visit, site, landing, page: { path: "/", title: "Home", at: at("10:00") } });
      const [lent] = await world().pools.lend(account, landed, [planFor(shop, at("10:00"), { id: visit })]);
      const number = lent?.number?.id ?? shop.source.id;
      await world().visits.append(account, visit, [{ kind: "tap", number, at: at("10:01") }]);
      await world().calls.ring(account, aCall({ connection, number, site, rangAt: at("10:02") }));

      const story = await world().parameters.story(account, site, at("09:00"));

      expect(story.map(({ type }) => type)).toEqual(["shown", "seen", "seen", "seen", "tap", "call"]);
      expect(story[0]).toMatchObject({ at: at("10:00"), number, visit, source: "paid_search", region: "US-CA" });
      expect(story.at(-1)).toEqual({ type: "call", at: at("10:02"), id: anId("call"), number });
      expect(await world().parameters.story(account, site, at("11:00"))).toEqual([]);
      const stranger = await seedShop(world());
      expect(await world().parameters.story(stranger.account, site, at("09:00"))).toEqual([]);
    });
  });
}
