import { expect, test } from "vitest";
import { after, day, hour, instant, minute, type AccountId, type CallId, type Instant } from "../src/index.ts";
import type { ClaimedDelivery, DestinationWish, FactKind, Settled } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { aCall, aMatch, anAnsweredCall } from "./build-call.ts";
import { at } from "./fixed-clock.ts";
import { seedShop, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

const everything: readonly FactKind[] = ["call.started", "call.answered", "call.completed", "call.credited", "form"];
let made = 0;

/** A webhook that wants everything. */
function aWish(over: Partial<DestinationWish> = {}): DestinationWish {
  const id = anId<string>(`destination ${(made += 1)}`);
  return { id, kind: "webhook", name: "CRM", isOn: true, facts: everything, site: undefined, settings: {}, ...over };
}

/** The store's own clock a moment from now: what was just written is due. */
const soon = (): Instant => instant(Date.now() + 1_000);
const aClaim = (over = {}) => ({ now: soon(), leaseMs: minute, most: 100, mostEach: 100, busy: {}, ...over });
const kinds = (claimed: readonly ClaimedDelivery[]) => claimed.map(({ fact }) => fact.kind);

/** Settles what was claimed in one way. */
function settle(world: World, account: AccountId, claimed: readonly ClaimedDelivery[], over: Partial<Settled> = {}) {
  const tried = { at: soon(), tookMs: 5, status: 200, answer: "ok" };
  const settled = claimed.map(({ id, destination }) => ({ id, destination, tried, isWell: true, ...over }));
  return world.destinations.settle(
    account,
    soon(),
    settled.map((one) => ({ state: "delivered" as const, ...one })),
  );
}

async function ring({ calls }: World, { account, connection, site, source }: Shop, name: string): Promise<CallId> {
  const id = anId<CallId>(`${account} ${name}`);
  await calls.ring(account, aCall({ id, carrierRef: name, connection, site, number: source.id }));
  return id;
}

/** What every store of destinations must do. */
export function destinationStoreContract(makeWorld: MakeWorld): void {
  inWorld("destination store", makeWorld, (world) => {
    const open = async (over: Partial<DestinationWish> = {}) => {
      const shop = await seedShop(world());
      const wish = aWish(over);
      await world().destinations.saveDestination(shop.account, wish, at("09:00"), "whsec_one");
      return { ...shop, wish, store: world().destinations };
    };

    test("a destination is kept, changed and removed, with its secret, and no other account sees it", async () => {
      const { account, wish, store } = await open();
      const other = await seedShop(world());

      const well = { failures: 0, failingSince: undefined, createdAt: at("09:00") };
      expect(await store.destinations(account)).toEqual([{ ...wish, ...well }]);
      await store.saveDestination(account, { ...wish, isOn: false, settings: { url: "https://x.example" } }, soon());
      expect(await store.destination(account, wish.id)).toMatchObject({
        isOn: false,
        settings: { url: "https://x.example" },
      });
      expect(await store.secretsOf(account, wish.id, soon())).toEqual(["whsec_one"]);
      expect(await store.destinations(other.account)).toEqual([]);
      expect(await store.secretsOf(other.account, wish.id, soon())).toEqual([]);
      expect(await store.removeDestination(other.account, wish.id)).toBe(false);
      expect(await store.removeDestination(account, wish.id)).toBe(true);
      expect(await store.destination(account, wish.id)).toBeUndefined();
    });

    test("a replaced secret stays in force until its end and not a moment longer", async () => {
      const { account, wish, store } = await open();
      expect(await store.replaceSecret(account, wish.id, "whsec_two", at("12:00"))).toBe(true);
      expect(await store.replaceSecret(account, anId("none"), "whsec_two", at("12:00"))).toBe(false);

      expect(await store.secretsOf(account, wish.id, after(at("12:00"), -1))).toEqual(["whsec_two", "whsec_one"]);
      expect(await store.secretsOf(account, wish.id, at("12:00"))).toEqual(["whsec_two"]);
    });

    test("what happens to a call is told in its order, one at a time, each with the call as it stood then", async () => {
      const shop = await open();
      const { account, store } = shop;
      const call = await ring(world(), shop, "told");
      await world().calls.saveMatch(account, call, aMatch(), undefined);
      await world().calls.saveMatch(account, call, aMatch(), undefined);
      for (const event of anAnsweredCall()) await world().calls.append(account, call, event);
      for (const event of anAnsweredCall()) await world().calls.append(account, call, event);

      const told: ClaimedDelivery[] = [];
      for (let turn = 0; turn < 6; turn += 1) {
        const claimed = await store.claim(account, aClaim());
        expect(await store.claim(account, aClaim())).toEqual([]);
        told.push(...claimed);
        await settle(world(), account, claimed);
      }

      expect(kinds(told)).toEqual(["call.started", "call.credited", "call.answered", "call.completed"]);
      expect(told.map(({ fact }) => fact.sequence)).toEqual([1, 2, 3, 4]);
      expect(told.map(({ fact }) => fact.call?.state.phase)).toEqual(["ringing", "ringing", "talking", "ended"]);
      expect(told[0]?.fact).toMatchObject({
        subject: call,
        call: { number: shop.source.e164, site: shop.site, match: undefined },
      });
      expect(told[1]?.fact.call?.match).toMatchObject({
        kind: "likely",
        confidence: 0.9,
        candidates: [{ probability: 0.9 }],
      });
    });

    test("a destination hears what it wants, of the site it wants, and nothing while it is off", async () => {
      const shop = await open({ facts: ["call.completed"] });
      const { account, store } = shop;
      await store.saveDestination(account, aWish({ name: "off", isOn: false }), soon());
      await store.saveDestination(account, aWish({ name: "same", site: shop.site, facts: ["call.started"] }), soon());
      await ring(world(), shop, "wanted");

      const claimed = await store.claim(account, aClaim());

      expect(kinds(claimed)).toEqual(["call.started"]);
    });

    test("a claim that nobody settles ends with its lease, and the same delivery is claimed anew", async () => {
      const shop = await open();
      await ring(world(), shop, "leased");
      const [first] = await shop.store.claim(shop.account, aClaim());

      expect(await shop.store.claim(shop.account, aClaim())).toEqual([]);
      const [again] = await shop.store.claim(shop.account, aClaim({ now: after(soon(), 2 * minute) }));

      expect(again?.id).toBe(first?.id);
      expect([first?.triesBefore, again?.triesBefore]).toEqual([0, 1]);
    });

    test("a failure holds up its own call and lets the others go by, one at a time until the destination is well", async () => {
      const shop = await open();
      const { account, store } = shop;
      const calls = [await ring(world(), shop, "a"), await ring(world(), shop, "b"), await ring(world(), shop, "c")];
      for (const event of anAnsweredCall()) await world().calls.append(account, calls[0] as CallId, event);
      const claimed = await store.claim(account, aClaim());
      const isFirst = ({ fact }: ClaimedDelivery) => fact.subject === calls[0];
      const bad = claimed.filter(isFirst);
      const rest = claimed.filter((one) => !isFirst(one));
      expect([bad, rest].map(({ length }) => length)).toEqual([1, 2]);
      await settle(world(), account, rest, { state: "waiting", isWell: undefined, dueAt: soon() });
      const failed = {
        state: "waiting",
        isWell: false,
        dueAt: after(soon(), hour),
        restUntil: after(soon(), 10_000),
      } as const;
      await settle(world(), account, bad, failed);

      expect(await store.destination(account, shop.wish.id)).toMatchObject({ failures: 1 });
      expect(await store.claim(account, aClaim())).toEqual([]);
      const later = await store.claim(account, aClaim({ now: after(soon(), minute) }));
      expect(later).toHaveLength(1);
      await settle(world(), account, later);
      expect(await store.destination(account, shop.wish.id)).toMatchObject({ failures: 0, failingSince: undefined });
      const left = await store.claim(account, aClaim({ now: after(soon(), minute) }));

      expect([...later, ...left].map(({ fact }) => fact.subject).toSorted()).toEqual(calls.slice(1).toSorted());
    });

    test("what waited for a destination that was down goes at once when it is well again", async () => {
      const shop = await open();
      const { account, store } = shop;
      for (const name of ["1", "2", "3", "4"]) await ring(world(), shop, name);
      for (let nth = 0; nth < 3; nth += 1) {
        const claimed = await store.claim(account, aClaim({ most: 1 }));
        await settle(world(), account, claimed, { state: "waiting", isWell: false, dueAt: after(soon(), day) });
      }

      await settle(world(), account, await store.claim(account, aClaim()));

      expect(await store.claim(account, aClaim())).toHaveLength(3);
    });

    test("accounts with something due are named, and when the next thing will be", async () => {
      const shop = await open();
      await ring(world(), shop, "due");
      const now = soon();
      expect((await shop.store.due(now)).accounts).toContain(shop.account);

      await settle(world(), shop.account, await shop.store.claim(shop.account, aClaim()), {
        state: "waiting",
        isWell: undefined,
        dueAt: after(now, hour),
      });

      const later = await shop.store.due(now);
      expect(later.accounts).not.toContain(shop.account);
      expect(later.nextAt).toBeLessThanOrEqual(after(now, hour));
    });

    test("what was never a change of a call is told once, however often it is told", async () => {
      const shop = await open();
      const form = {
        kind: "form",
        subject: anId<string>("form"),
        key: "one",
        at: at("10:00"),
        about: { site: shop.site },
      } as const;

      expect(await shop.store.noteFact(shop.account, form)).toBe(true);
      expect(await shop.store.noteFact(shop.account, form)).toBe(false);

      expect(await shop.store.claim(shop.account, aClaim())).toMatchObject([
        { fact: { kind: "form", about: { site: shop.site } } },
      ]);
    });
  });
}
