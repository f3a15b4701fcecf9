import { expect, test } from "vitest";
import { after, instant, minute, type CallId, type Instant } from "../src/index.ts";
import { anId } from "./an-id.ts";
import { aCall } from "./build-call.ts";
import { at } from "./fixed-clock.ts";
import { seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

const soon = (): Instant => instant(Date.now() + 1_000);
const claim = () => ({ now: soon(), leaseMs: minute, most: 100, mostEach: 100, busy: {} });

/** What every log of deliveries must do. */
export function deliveryLogContract(makeWorld: MakeWorld): void {
  inWorld("delivery log", makeWorld, (world) => {
    const open = async (calls: number) => {
      const shop = await seedShop(world());
      const store = world().destinations;
      const id = anId<string>(`hook of ${shop.account}`);
      const wish = { id, kind: "webhook", name: "CRM", isOn: true, facts: ["call.started"], site: undefined } as const;
      await store.saveDestination(shop.account, { ...wish, settings: {} }, at("09:00"));
      const { account, connection, site, source } = shop;
      for (let nth = 0; nth < calls; nth += 1) {
        const call = {
          id: anId<CallId>(`${account} ${nth}`),
          carrierRef: `${nth}`,
          connection,
          site,
          number: source.id,
        };
        await world().calls.ring(account, aCall({ ...call, rangAt: after(at("10:00"), nth * minute) }));
      }
      return { ...shop, id, store };
    };

    test("deliveries are read newest first, page by page, each once", async () => {
      const { account, store } = await open(5);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.deliveries(account, { cursor, limit: 2 });
        if (!page.ok) throw new Error(page.reason.code);
        seen.push(...page.value.deliveries.map(({ id }) => id));
        cursor = page.value.next;
      } while (cursor !== undefined);

      expect(new Set(seen).size).toBe(5);
      expect(await store.deliveries(account, { cursor: "x", limit: 2 })).toMatchObject({ ok: false });
      const other = await seedShop(world());
      expect(await store.deliveries(other.account, { cursor: undefined, limit: 9 })).toMatchObject({
        value: { deliveries: [] },
      });
    });

    test("every attempt is in the log, with the request and what was answered", async () => {
      const { account, store, id } = await open(1);
      const [one] = await store.claim(account, claim());
      const settled = { id: one?.id ?? "", destination: id, request: '{"a":1}' };
      const bad = { at: at("10:00"), tookMs: 4, status: 500, answer: "oops" };
      await store.settle(account, soon(), [{ ...settled, state: "waiting", dueAt: soon(), tried: bad }]);
      await store.claim(account, claim());
      const good = { at: at("10:01"), tookMs: 3, status: 204 };
      await store.settle(account, soon(), [{ ...settled, state: "delivered", tried: good }]);

      expect(await store.delivery(account, one?.id ?? "")).toMatchObject({
        state: "delivered",
        request: '{"a":1}',
        tries: [bad, good],
        dueAt: undefined,
        why: "live",
      });
    });

    test("one delivery, or those of a period, are sent once more; what waits anyway is not sent twice", async () => {
      const { account, store, id } = await open(4);
      const period = { from: at("10:01"), before: at("10:03") };
      expect(await store.replayPeriod(account, id, period, soon())).toBe(0);
      const first = await store.claim(account, claim());
      await store.settle(
        account,
        soon(),
        first.map((one) => ({ id: one.id, destination: id, state: "delivered" })),
      );

      expect(await store.replayPeriod(account, id, period, soon())).toBe(2);
      const again = await store.claim(account, claim());
      expect(again.map(({ why }) => why)).toEqual(["replay", "replay"]);
      const facts = first.map(({ fact }) => fact.id);
      expect(again.every(({ fact }) => facts.includes(fact.id))).toBe(true);
      const outside = first.find(({ fact }) => fact.at === at("10:00"));
      expect(await store.replayDelivery(account, outside?.id ?? "", soon())).toBe(true);
      expect(await store.replayDelivery(account, again[0]?.id ?? "", soon())).toBe(false);
      expect(await store.replayDelivery(account, anId<string>("none"), soon())).toBe(false);
    });

    test("a test goes to the one destination that is tested", async () => {
      const { account, store, id } = await open(0);

      const delivery = await store.sendTest(account, id, soon());

      expect(await store.claim(account, { ...claim(), now: after(soon(), minute) })).toMatchObject([
        { id: delivery, why: "test", fact: { kind: "test" } },
      ]);
      expect(await store.sendTest(account, anId<string>("none"), soon())).toBeUndefined();
    });

    test("old facts are forgotten with their deliveries", async () => {
      const { account, store } = await open(3);

      expect(await store.forgetFacts(account, at("10:02"))).toBe(2);

      expect(await store.deliveries(account, { cursor: undefined, limit: 9 })).toMatchObject({
        value: { deliveries: [{ fact: { at: at("10:02") } }] },
      });
    });
  });
}
