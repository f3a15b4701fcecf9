import { expect, test } from "vitest";
import { hour, type NumberId, type VisitId } from "../src/index.ts";
import type { PageView, VisitSign } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { aLanding, aTouch } from "./build-touch.ts";
import { aVisit } from "./build-visit.ts";
import { at } from "./fixed-clock.ts";
import { lendTo } from "./lend-to.ts";
import { planFor, seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

const ann: VisitId = anId("ann");
const page = (path: string, time: string): PageView => ({ path, title: `Page ${path}`, at: at(time) });

/** What every store of visits must do. */
export function visitStoreContract(makeWorld: MakeWorld): void {
  inWorld("visit store", makeWorld, (world) => {
    test("a visit is told as it was: landing, touch, pages in order, and what it was shown", async () => {
      const shop = await seedShop(world());
      const landing = aLanding({
        path: "/demo",
        query: { utm_term: "café 🛠", gclid: "x" },
        referrerHost: "google.com",
      });
      const visit = aVisit({
        site: shop.site,
        landing,
        touch: aTouch({ keyword: "café 🛠" }),
        page: page("/", "10:00"),
      });
      const plan = planFor(shop, at("10:00"), { id: ann });
      const [lent] = await world().pools.lend(shop.account, visit, [plan]);

      const story = await world().visits.story(shop.account, ann);

      expect(story).toEqual({
        visit: ann,
        visitor: visit.visitor,
        site: shop.site,
        startedAt: at("10:00"),
        landing,
        touch: visit.touch,
        pages: [visit.page],
        shown: [{ pool: shop.pool.id, number: lent?.number?.id, how: "free", at: at("10:00") }],
      });
    });

    test("a visit that asks for its numbers again keeps the pages it was told, and gains none", async () => {
      const shop = await seedShop(world());
      const visit = aVisit({ site: shop.site, page: page("/", "10:00") });
      await world().pools.lend(shop.account, visit, [planFor(shop, at("10:00"), { id: visit.id })]);
      await world().visits.append(shop.account, visit.id, [{ kind: "page", page: page("/a", "10:01") }]);

      const again = { ...visit, page: page("/", "10:02") };
      await world().pools.lend(shop.account, again, [planFor(shop, at("10:02"), { id: visit.id })]);

      const story = await world().visits.story(shop.account, visit.id);
      expect(story?.pages.map(({ path }) => path)).toEqual(["/", "/a"]);
    });

    test("how a visit came by its number is kept on it, also when nothing could be lent", async () => {
      const shop = await seedShop(world(), { slices: ["paid_search"], exclusive: true });
      await lendTo(world(), shop, "ann", { now: at("10:00") });
      await lendTo(world(), shop, "bob", { now: at("10:00"), sourceNumber: shop.source.id });
      await lendTo(world(), shop, "cid", { now: at("10:00") });

      const shown = [];
      for (const name of ["ann", "bob", "cid"]) {
        const story = await world().visits.story(shop.account, anId(name));
        shown.push(story?.shown.map(({ how, number }) => [how, number]));
      }

      expect(shown).toEqual([[["free", shop.numbers[0]?.id]], [["source", shop.source.id]], [["own", undefined]]]);
    });

    test("pages stand in the order they were seen, whatever order and number of times they are reported", async () => {
      const shop = await seedShop(world());
      await lendTo(world(), shop, "ann", { now: at("10:00") });
      const signs: VisitSign[] = ["/c 10:03", "/a 10:01", "/b 10:02", "/a 10:01", "/a 10:04"].map((sign) => {
        const [path = "", time = ""] = sign.split(" ");
        return { kind: "page", page: page(path, time) };
      });

      expect(await world().visits.append(shop.account, ann, signs.slice(0, 3))).toBe(true);
      expect(await world().visits.append(shop.account, ann, signs)).toBe(true);

      const story = await world().visits.story(shop.account, ann);
      expect(story?.pages.map(({ path }) => path)).toEqual(["/", "/a", "/b", "/c", "/a"]);
      expect(story?.startedAt).toBe(at("10:00"));
    });

    test("a sign of a visit nobody knows is told apart from a stored one", async () => {
      const shop = await seedShop(world());
      const sign: VisitSign = { kind: "hidden", at: at("10:00") };

      expect(await world().visits.append(shop.account, anId("nobody"), [sign])).toBe(false);
      expect(await world().visits.story(shop.account, anId("nobody"))).toBeUndefined();
    });

    test("a ring finds every visit that was shown the number, newest first, with how long ago", async () => {
      const shop = await seedShop(world(), { slices: ["any"] });
      const number = shop.numbers[0]?.id ?? anId<NumberId>("none");
      await lendTo(world(), shop, "ann", { now: at("10:00") });
      await lendTo(world(), shop, "bob", { now: at("10:02") });
      await world().pools.renew(shop.account, { visit: ann, now: at("10:03"), until: at("10:08") });
      await world().visits.append(shop.account, ann, [
        { kind: "tap", number, at: at("10:03:30") },
        { kind: "tap", number, at: at("10:01") },
        { kind: "tap", number: shop.source.id, at: at("10:03:50") },
        { kind: "tap", number, at: at("10:20") },
      ]);

      const holdings = await world().visits.holdings(shop.account, number, at("10:04"), hour);

      expect(holdings.map(({ visit }) => visit)).toEqual([anId("bob"), ann]);
      expect(holdings[0]).toMatchObject({ shownAgoMs: 120_000, seenAgoMs: 120_000, tappedAgoMs: undefined });
      expect(holdings[1]).toMatchObject({ shownAgoMs: 240_000, seenAgoMs: 0, tappedAgoMs: 30_000, touch: aTouch() });
    });

    test("a holding says what it was made with, when it was copied, and since when the page is hidden", async () => {
      const shop = await seedShop(world(), { slices: ["any"] });
      const number = shop.numbers[0]?.id ?? anId<NumberId>("none");
      await lendTo(world(), shop, "ann", { now: at("10:00") });
      const hold = async (rang: string) => (await world().visits.holdings(shop.account, number, at(rang), hour))[0];
      const signs = [
        { kind: "copy", number, at: at("10:02") },
        { kind: "seen", number, at: at("10:01") },
        { kind: "hidden", at: at("10:03") },
      ] as const;

      await world().visits.append(shop.account, ann, signs);
      await world().visits.append(shop.account, ann, signs);

      const away = { device: "phone", copiedAgoMs: 120_000, hiddenAgoMs: 60_000, tappedAgoMs: undefined };
      expect(await hold("10:04")).toMatchObject(away);
      expect(await hold("10:01")).toMatchObject({ copiedAgoMs: undefined, hiddenAgoMs: undefined });
      await world().pools.renew(shop.account, { visit: ann, now: at("10:05"), until: at("10:10") });
      expect(await hold("10:06")).toMatchObject({ hiddenAgoMs: undefined, seenAgoMs: 60_000 });
    });

    test("a holding says where the visit was when it landed, and how sure that is", async () => {
      const shop = await seedShop(world(), { slices: ["any"] });
      const number = shop.numbers[0]?.id ?? anId<NumberId>("none");
      const region = { code: "US-CA", certainty: 0.75 };
      const visit = aVisit({ site: shop.site, landing: aLanding({ region }), page: page("/", "10:00") });
      await world().pools.lend(shop.account, visit, [planFor(shop, at("10:00"), { id: ann })]);

      expect((await world().visits.holdings(shop.account, number, at("10:01"), hour))[0]?.region).toEqual(region);
      expect((await world().visits.story(shop.account, ann))?.landing.region).toEqual(region);
    });

    test("every sign counts as a sign of life, and one after the ring as zero", async () => {
      const shop = await seedShop(world(), { slices: ["any"] });
      const number = shop.numbers[0]?.id ?? anId<NumberId>("none");
      await lendTo(world(), shop, "ann", { now: at("10:00") });
      const seenAgo = async (rang: string) =>
        (await world().visits.holdings(shop.account, number, at(rang), hour)).map(({ seenAgoMs }) => seenAgoMs);

      await world().visits.append(shop.account, ann, [{ kind: "hidden", at: at("10:02") }]);
      await world().visits.append(shop.account, ann, [{ kind: "page", page: page("/a", "10:01") }]);

      expect(await seenAgo("10:03")).toEqual([60_000]);
      expect(await seenAgo("10:01")).toEqual([0]);
    });

    test("a visit shown the number before the window, or only after the ring, is no candidate", async () => {
      const shop = await seedShop(world(), { slices: ["any"] });
      const number = shop.numbers[0]?.id ?? anId<NumberId>("none");
      await lendTo(world(), shop, "ann", { now: at("10:00") });

      expect(await world().visits.holdings(shop.account, number, at("12:00"), hour)).toEqual([]);
      expect(await world().visits.holdings(shop.account, number, at("09:59"), hour)).toEqual([]);
    });

    test("a visit shown a source's number is found when that number rings", async () => {
      const shop = await seedShop(world(), { slices: [] });
      await lendTo(world(), shop, "ann", { now: at("10:00"), sourceNumber: shop.source.id });

      const holdings = await world().visits.holdings(shop.account, shop.source.id, at("10:01"), hour);

      expect(holdings.map(({ visit }) => visit)).toEqual([ann]);
    });

    test("when a number was last held is known, and that it never was", async () => {
      const shop = await seedShop(world(), { slices: ["any", "any"] });
      const lent = await lendTo(world(), shop, "ann", { now: at("10:00") });
      await world().pools.renew(shop.account, { visit: ann, now: at("10:03"), until: at("10:08") });
      const { visits } = world();
      const [held, idle] = shop.numbers.toSorted(({ id }) => (id === lent.number?.id ? -1 : 1));

      expect(await visits.lastHeld(shop.account, held?.id ?? anId("none"), at("11:00"))).toBe(at("10:03"));
      expect(await visits.lastHeld(shop.account, held?.id ?? anId("none"), at("10:01"))).toBe(at("10:01"));
      expect(await visits.lastHeld(shop.account, held?.id ?? anId("none"), at("09:00"))).toBeUndefined();
      expect(await visits.lastHeld(shop.account, idle?.id ?? anId("none"), at("11:00"))).toBeUndefined();
    });

    test("a visitor who withdraws leaves nothing behind, and the number is no longer theirs", async () => {
      const shop = await seedShop(world(), { slices: ["any"] });
      const number = shop.numbers[0]?.id ?? anId<NumberId>("none");
      await lendTo(world(), shop, "ann", { now: at("10:00"), visitor: "visitor" });
      await world().visits.append(shop.account, ann, [{ kind: "tap", number, at: at("10:01") }]);
      await lendTo(world(), shop, "ann 2", { now: at("10:20"), visitor: "visitor" });
      await lendTo(world(), shop, "bob", { now: at("10:21") });

      expect(await world().visits.forgetVisitor(shop.account, anId("visitor"))).toBe(2);
      expect(await world().visits.forgetVisitor(shop.account, anId("visitor"))).toBe(0);

      const { visits, pools } = world();
      expect(await visits.story(shop.account, ann)).toBeUndefined();
      const left = await visits.holdings(shop.account, number, at("10:25"), hour);
      expect(left.map(({ visit }) => visit)).toEqual([anId("bob")]);
      const states = await pools.states(shop.account, at("10:22"));
      expect(states.map(({ lease }) => lease.visit)).toEqual([undefined, undefined]);
    });

    test("another account sees nothing of a visit and cannot add to it or forget it", async () => {
      const shop = await seedShop(world(), { slices: ["any"] });
      const other = await seedShop(world(), { slices: ["any"] });
      const number = shop.numbers[0]?.id ?? anId<NumberId>("none");
      await lendTo(world(), shop, "ann", { now: at("10:00") });
      const { visits } = world();

      expect(await visits.story(other.account, ann)).toBeUndefined();
      expect(await visits.append(other.account, ann, [{ kind: "page", page: page("/x", "10:01") }])).toBe(false);
      expect(await visits.holdings(other.account, number, at("10:01"), hour)).toEqual([]);
      expect(await visits.lastHeld(other.account, number, at("10:01"))).toBeUndefined();
      expect(await visits.forgetVisitor(other.account, anId("visitor ann"))).toBe(0);
      expect((await visits.story(shop.account, ann))?.pages).toHaveLength(1);
    });
  });
}
