import fc from "fast-check";
import { expect, test } from "vitest";
import { foldCall, type CallEvent } from "../src/call-flow/index.ts";
import { after, minute, type CallId } from "../src/index.ts";
import type { CallQuery, CallSummary } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { aCall, aCandidate, aMatch, anAnsweredCall } from "./build-call.ts";
import { aLanding } from "./build-touch.ts";
import { aVisit } from "./build-visit.ts";
import { at } from "./fixed-clock.ts";
import { seedShop, sourceTouch, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

/** What every store of calls must do. */
export function callStoreContract(makeWorld: MakeWorld): void {
  inWorld("call store", makeWorld, (world) => {
    test("a webhook that comes twice is one call, and the first id counts", async () => {
      const shop = await seedShop(world());
      const first = await ring(world(), shop, "one");

      const again = await world().calls.ring(shop.account, callOn(shop, "one", { id: anId("other id") }));

      expect(first).toEqual({ id: anId("one"), isNew: true });
      expect(again).toEqual({ id: anId("one"), isNew: false });
      expect(await world().calls.findByRef(shop.account, shop.connection, "one")).toBe(anId("one"));
      expect(await world().calls.facts(shop.account, anId("other id"))).toBeUndefined();
    });

    test("ten webhooks of one call at once are one call", async () => {
      const shop = await seedShop(world());
      const rings = Array.from({ length: 10 }, (_, nth) => callOn(shop, "raced", { id: anId(`racer ${nth}`) }));

      const answers = await Promise.all(rings.map((call) => world().calls.ring(shop.account, call)));

      expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    });

    test("a call that has just rung is told with its first event", async () => {
      const shop = await seedShop(world());
      await ring(world(), shop, "one", { healed: true });

      const facts = await world().calls.facts(shop.account, anId("one"));

      expect(facts).toMatchObject({ number: shop.numbers[0]?.id, site: shop.site, rangAt: at("10:00"), healed: true });
      expect(facts).toMatchObject({ connection: shop.connection, carrierRef: "one", match: undefined });
      expect(facts?.events).toEqual([{ kind: "rang", at: at("10:00"), key: "one" }]);
      expect(facts?.state).toEqual(foldCall([]));
    });

    test("events in any order and any number of times give the same call", async () => {
      const story = anAnsweredCall();
      const shop = await seedShop(world());
      let nth = 0;
      const order = fc.shuffledSubarray([...story, ...story], { minLength: story.length * 2 });
      await fc.assert(
        fc.asyncProperty(order, async (events) => {
          const name = `shuffled ${(nth += 1)}`;
          await ring(world(), shop, name);
          for (const event of events) await world().calls.append(shop.account, anId(name), event);
          expect((await world().calls.facts(shop.account, anId(name)))?.state).toEqual(foldCall(story));
        }),
        { numRuns: 10 },
      );
    });

    test("events that come at once lose none", async () => {
      const shop = await seedShop(world());
      await ring(world(), shop, "CA-1");
      const story = anAnsweredCall();
      const append = (event: (typeof story)[number]) => world().calls.append(shop.account, anId("CA-1"), event);

      const answers = await Promise.all([...story, ...story].map(append));

      expect(answers.filter(({ isNew }) => isNew)).toHaveLength(story.length - 1);
      const facts = await world().calls.facts(shop.account, anId("CA-1"));
      expect(facts?.events).toEqual(story);
      expect(facts?.state).toEqual(foldCall(story));
    });

    test("an event is known by its kind and key, and the first telling counts", async () => {
      const shop = await seedShop(world());
      await ring(world(), shop, "one");
      const { calls } = world();
      await calls.append(shop.account, anId("one"), { kind: "answered", at: at("10:01"), key: "a" });

      const again = await calls.append(shop.account, anId("one"), { kind: "answered", at: at("10:00:30"), key: "a" });
      const other = await calls.append(shop.account, anId("one"), { kind: "refused", at: at("10:00:30"), key: "a" });

      expect(again).toMatchObject({ isNew: false, state: { answeredAt: at("10:01") } });
      expect(other).toMatchObject({ isNew: true, state: { refused: true, answeredAt: at("10:01") } });
    });

    test("a match is kept, told, and replaced by a better one", async () => {
      const shop = await seedShop(world());
      await ring(world(), shop, "one");
      const visit = aVisit({ site: shop.site, landing: aLanding({ path: "/emergency" }) });
      await world().pools.lend(shop.account, visit, []);
      await world().calls.saveMatch(shop.account, anId("one"), aMatch({ kind: "none", candidates: [] }), sourceTouch);
      const unclear = await world().calls.facts(shop.account, anId("one"));

      await world().calls.saveMatch(shop.account, anId("one"), aMatch(), undefined);

      const facts = await world().calls.facts(shop.account, anId("one"));
      expect(unclear).toMatchObject({ matchKind: "none", touch: sourceTouch, sourceTouch, landingPath: undefined });
      expect(facts).toMatchObject({ matchKind: "likely", confidence: 0.9, landingPath: "/emergency" });
      expect(facts?.match).toEqual(aMatch());
      expect(facts?.touch).toEqual(aCandidate().touch);
      expect(facts?.sourceTouch).toBeUndefined();
    });

    test("a call keeps its credit when the visitor behind it is forgotten", async () => {
      const shop = await seedShop(world());
      await ring(world(), shop, "one");
      await world().pools.lend(shop.account, aVisit({ site: shop.site }), []);
      await world().calls.saveMatch(shop.account, anId("one"), aMatch(), undefined);

      await world().visits.forgetVisitor(shop.account, anId("visitor ann"));

      const facts = await world().calls.facts(shop.account, anId("one"));
      expect(facts).toMatchObject({ confidence: 0.9, touch: aCandidate().touch, landingPath: undefined });
      expect(facts?.match?.candidates[0]?.probability).toBe(0.9);
    });

    test("calls are listed newest first, page by page, each once, though calls ring meanwhile", async () => {
      const shop = await seedShop(world());
      for (const nth of [3, 1, 4, 2, 0])
        await ring(world(), shop, `call ${nth}`, { rangAt: after(at("10:00"), nth * minute) });
      await ring(world(), shop, "same minute", { rangAt: after(at("10:00"), 2 * minute) });
      const first = await list(world(), shop, { cursor: undefined, limit: 2 });
      await ring(world(), shop, "late", { rangAt: at("11:00") });

      const rest: CallSummary[] = [];
      let next = first.next;
      while (next !== undefined) {
        const page = await list(world(), shop, { cursor: next, limit: 2 });
        rest.push(...page.calls);
        next = page.next;
      }

      expect(first.calls.map(({ id }) => id)).toEqual([anId("call 4"), anId("call 3")]);
      expect(rest.map(({ rangAt }) => (rangAt - at("10:00")) / minute)).toEqual([2, 2, 1, 0]);
      expect(new Set(rest.map(({ id }) => id)).size).toBe(4);
    });

    test("a page that ends with the last call says so", async () => {
      const shop = await seedShop(world());
      await ring(world(), shop, "one");
      await ring(world(), shop, "two");

      expect((await list(world(), shop, { cursor: undefined, limit: 2 })).next).toBeUndefined();
    });

    test("calls are found by site and by time, the start included and the end not", async () => {
      const shop = await seedShop(world());
      for (const nth of [0, 1, 2])
        await ring(world(), shop, `call ${nth}`, { rangAt: after(at("10:00"), nth * minute) });
      const page = { cursor: undefined, limit: 10 };

      const between = await list(world(), shop, { ...page, from: at("10:01"), before: at("10:02"), site: shop.site });
      const elsewhere = await list(world(), shop, { ...page, site: anId("elsewhere") });

      expect(between.calls.map(({ id }) => id)).toEqual([anId("call 1")]);
      expect(elsewhere.calls).toEqual([]);
    });

    test("calls that are flagged as spam are left out, or listed alone, as a person has said or as they look", async () => {
      const shop = await seedShop(world());
      const names = ["plain", "looks", "cleared", "said"];
      for (const name of names) await ring(world(), shop, name);
      const spam = { score: 0.5, signs: [{ code: "ghost_call" }], advice: "challenge" } as const;
      const append = (name: string, event: CallEvent) => world().calls.append(shop.account, anId(name), event);
      const said = { kind: "spam_said", at: at("10:05"), key: "said", by: "ann" } as const;
      for (const name of ["looks", "cleared"])
        await append(name, { kind: "scored", at: at("10:00"), key: "spam", spam });
      await append("cleared", { ...said, isSpam: false });
      await append("said", { ...said, isSpam: true });
      const listed = async (query: Partial<CallQuery>) => {
        const page = await list(world(), shop, { cursor: undefined, limit: 10, ...query });
        return page.calls.map(({ id }) => names.find((name) => anId(name) === id)).toSorted();
      };

      expect(await listed({ spam: "hide" })).toEqual(["cleared", "plain"]);
      expect(await listed({ spam: "only" })).toEqual(["looks", "said"]);
      expect(await listed({})).toEqual(names.toSorted());
    });

    test("what rang a number: which of the calls asked about, and how many in a window", async () => {
      const shop = await seedShop(world());
      for (const nth of [0, 1, 2])
        await ring(world(), shop, `call ${nth}`, { rangAt: after(at("10:00"), nth * minute) });
      await ring(world(), shop, "elsewhere", { number: shop.source.id, rangAt: at("10:01") });
      const number = shop.numbers[0]?.id ?? anId("none");
      const asked = [anId<CallId>("call 0"), anId<CallId>("elsewhere"), anId<CallId>("never rang")];
      const window = { from: at("10:01"), before: at("10:02") };

      expect(await world().calls.ringsOn(shop.account, number, asked, window)).toEqual({
        these: [anId("call 0")],
        inWindow: 1,
      });
      expect(await world().calls.ringsOn(shop.account, number, [], window)).toEqual({ these: [], inWindow: 1 });
      const other = await seedShop(world());
      expect(await world().calls.ringsOn(other.account, number, asked, window)).toEqual({ these: [], inWindow: 0 });
    });

    test("a cursor we never gave out is a named reason", async () => {
      const shop = await seedShop(world());
      for (const cursor of ["", "rubbish", "'; drop table calls;--", "0.0"]) {
        expect(await world().calls.list(shop.account, { cursor, limit: 1 })).toEqual({
          ok: false,
          reason: { code: "cursor_malformed" },
        });
      }
    });

    test("another account sees nothing of a call and cannot change it", async () => {
      const shop = await seedShop(world());
      const other = await seedShop(world());
      await ring(world(), shop, "one");
      const { calls } = world();
      const id: CallId = anId("one");

      expect(await calls.facts(other.account, id)).toBeUndefined();
      expect(await calls.findByRef(other.account, shop.connection, "one")).toBeUndefined();
      expect((await list(world(), other, { cursor: undefined, limit: 5 })).calls).toEqual([]);
      await expect(
        calls.append(other.account, id, { kind: "refused", at: at("10:01"), key: "x" }),
      ).rejects.toBeInstanceOf(Error);
      await expect(calls.saveMatch(other.account, id, aMatch(), undefined)).rejects.toBeInstanceOf(Error);
      await expect(calls.ring(other.account, callOn(shop, "two"))).rejects.toBeInstanceOf(Error);
      expect((await calls.facts(shop.account, id))?.state.refused).toBe(false);
    });
  });
}

function callOn(shop: Shop, name: string, over: Parameters<typeof aCall>[0] = {}) {
  const { connection, site, numbers } = shop;
  return aCall({ id: anId(name), carrierRef: name, connection, site, number: numbers[0]?.id ?? anId("none"), ...over });
}

async function ring({ calls }: World, shop: Shop, name: string, over: Parameters<typeof aCall>[0] = {}) {
  return await calls.ring(shop.account, callOn(shop, name, over));
}

async function list({ calls }: World, shop: Shop, query: CallQuery) {
  const page = await calls.list(shop.account, query);
  if (!page.ok) throw new Error(page.reason.code);
  return page.value;
}
