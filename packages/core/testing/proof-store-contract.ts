import { expect, test } from "vitest";
import { proofText, type NewProof } from "../src/consent/index.ts";
import { chainStart } from "../src/index.ts";
import { anId } from "./an-id.ts";
import { aCall, aProof } from "./build-call.ts";
import { aDecision } from "./build-decision.ts";
import { at } from "./fixed-clock.ts";
import { sha256 } from "./memory-proof-store.ts";
import { seedShop, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

/** What every store of proofs must do. */
export function proofStoreContract(makeWorld: MakeWorld): void {
  inWorld("proof store", makeWorld, (world) => {
    test("proofs are kept as they were written, in one chain per account without a gap", async () => {
      const shop = await aShopWithCalls(world());
      const decided = aProof({ call: anId("one"), wording: "Wir zeichnen auf. ☎" });

      await world().proofs.append(shop.account, decided);
      await world().proofs.append(shop.account, aProof({ call: anId("two") }));
      await world().proofs.append(shop.account, aProof({ call: anId("one"), kind: "heard", at: at("10:00:06") }));

      const chain = await world().proofs.ofCall(shop.account, anId("one"));
      expect(chain.map(({ sequence, kind }) => [sequence, kind])).toEqual([
        [1, "decided"],
        [3, "heard"],
      ]);
      expect(chain[0]).toMatchObject(decided);
      expect(chain[0]?.previousHash).toBe(chainStart.hash);
      expect(await world().proofs.firstBroken(shop.account)).toBeUndefined();
    });

    test("the chain is told in order, from where one left off", async () => {
      const shop = await aChain(world());

      const whole = await world().proofs.chain(shop.account, 0);

      expect(whole.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
      expect(await world().proofs.chain(shop.account, 2)).toEqual(whole.slice(2));
      expect(await world().proofs.chain(shop.account, 3)).toEqual([]);
    });

    test("the newest proofs come first, page by page, and nobody else's", async () => {
      const shop = await aChain(world());
      const other = await aShopWithCalls(world());

      const sequences = async (before: number | undefined, limit: number) =>
        (await world().proofs.latest(shop.account, before, limit)).map(({ sequence }) => sequence);

      expect(await sequences(undefined, 2)).toEqual([3, 2]);
      expect(await sequences(2, 2)).toEqual([1]);
      expect(await sequences(1, 2)).toEqual([]);
      expect(await world().proofs.latest(other.account, undefined, 10)).toEqual([]);
    });

    test("anybody can work a proof's hash out again from what is told of it", async () => {
      const shop = await aShopWithCalls(world());
      await world().proofs.append(shop.account, aProof({ call: anId("one") }));
      await world().proofs.append(
        shop.account,
        aProof({ call: anId("one"), kind: "refused", decision: anOddDecision }),
      );

      const [first, second] = await world().proofs.ofCall(shop.account, anId("one"));

      expect(second?.previousHash).toBe(first?.hash);
      for (const proof of [first, second]) expect(proof && sha256(proofText(proof))).toBe(proof?.hash);
    });

    test("the same call and kind a second time answers the first proof and adds nothing", async () => {
      const shop = await aShopWithCalls(world());
      const first = await world().proofs.append(shop.account, aProof({ call: anId("one") }));

      const again = await world().proofs.append(shop.account, aProof({ call: anId("one"), wording: "Other words" }));

      expect(again).toEqual(first);
      expect(await world().proofs.ofCall(shop.account, anId("one"))).toEqual([first]);
    });

    test("proofs of one kind with keys of their own are kept beside each other, with what they say", async () => {
      const shop = await aShopWithCalls(world());
      const pause = (by: string): NewProof["facts"] => ({ pause: { why: "card_data", by }, startedAt: at("10:01") });
      await world().proofs.append(
        shop.account,
        aProof({ call: anId("one"), kind: "paused", key: "1", facts: pause("ann") }),
      );
      await world().proofs.append(
        shop.account,
        aProof({ call: anId("one"), kind: "paused", key: "2", facts: pause("bob") }),
      );
      await world().proofs.append(
        shop.account,
        aProof({ call: anId("one"), kind: "paused", key: "1", facts: pause("eve") }),
      );

      const chain = await world().proofs.ofCall(shop.account, anId("one"));

      expect(chain.map(({ key, facts }) => [key, facts])).toEqual([
        ["1", pause("ann")],
        ["2", pause("bob")],
      ]);
      for (const proof of chain) expect(sha256(proofText(proof))).toBe(proof.hash);
      expect(await world().proofs.firstBroken(shop.account)).toBeUndefined();
    });

    test("proofs that come at once stand one after the other", async () => {
      const shop = await aShopWithCalls(world());
      const kinds: NewProof["kind"][] = ["decided", "heard", "refused", "recording_allowed", "decided"];
      const proofs = kinds.flatMap((kind) => ["one", "two"].map((call) => aProof({ call: anId(call), kind })));

      const kept = await Promise.all(proofs.map((proof) => world().proofs.append(shop.account, proof)));

      const sequences = [...new Set(kept.map(({ sequence }) => sequence))].toSorted((a, b) => a - b);
      expect(sequences).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(await world().proofs.firstBroken(shop.account)).toBeUndefined();
    });

    test("of proofs that come at once, one of a call the account has not is refused, and the others stand", async () => {
      const shop = await aShopWithCalls(world());
      const calls = ["one", "none of theirs", "two"].map((name) => anId<NewProof["call"]>(name));

      const kept = await Promise.allSettled(calls.map((call) => world().proofs.append(shop.account, aProof({ call }))));

      expect(kept.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      expect((await world().proofs.chain(shop.account, 0)).map(({ sequence }) => sequence)).toEqual([1, 2]);
      expect(await world().proofs.firstBroken(shop.account)).toBeUndefined();
    });

    test("a proof that was rewritten behind the store's back is found", async () => {
      const shop = await aChain(world());

      await world().intruder.rewriteProof(shop.account, 2, "What we wish we had said");

      expect(await world().proofs.firstBroken(shop.account)).toBe(2);
    });

    test("a proof that was taken out of the chain is missed", async () => {
      const shop = await aChain(world());

      await world().intruder.eraseProof(shop.account, 2);

      expect(await world().proofs.firstBroken(shop.account)).toBe(2);
    });

    test("another account sees no proof, adds none to the call and has a chain of its own", async () => {
      const shop = await aChain(world());
      const other = await seedShop(world());

      expect(await world().proofs.ofCall(other.account, anId("one"))).toEqual([]);
      await expect(world().proofs.append(other.account, aProof({ call: anId("one") }))).rejects.toBeInstanceOf(Error);
      await world().intruder.rewriteProof(shop.account, 1, "Other words");
      expect(await world().proofs.firstBroken(other.account)).toBeUndefined();
    });
  });
}

/** A decision whose JSON a database may well reorder: the hash must not notice. */
const anOddDecision = aDecision({
  reasons: [
    { code: "number_is_a_hint", isLandline: false, places: ["US-WA", "US-CT"] },
    { places: [], isLandline: true, code: "number_is_a_hint" },
  ],
});

async function aShopWithCalls({ calls, ...world }: World): Promise<Shop> {
  const shop = await seedShop({ calls, ...world });
  const { account, connection, site, numbers } = shop;
  const number = numbers[0]?.id ?? anId("none");
  for (const name of ["one", "two"]) {
    await calls.ring(account, aCall({ id: anId(name), carrierRef: name, connection, site, number }));
  }
  return shop;
}

async function aChain(world: World): Promise<Shop> {
  const shop = await aShopWithCalls(world);
  for (const kind of ["decided", "heard", "recording_allowed"] as const) {
    await world.proofs.append(shop.account, aProof({ call: anId("one"), kind }));
  }
  return shop;
}
