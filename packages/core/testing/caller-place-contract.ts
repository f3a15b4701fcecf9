import { expect, test } from "vitest";
import { Phi } from "../src/index.ts";
import type { DeclaredPlace } from "../src/ports/index.ts";
import { aNumber } from "./build-call.ts";
import { at } from "./fixed-clock.ts";
import { seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

const [ann, bob] = [Phi.seal(aNumber("+14155550123")), Phi.seal(aNumber("+14155550124"))];

function aDeclaration(over: Partial<DeclaredPlace> = {}): DeclaredPlace {
  return {
    number: ann,
    kind: "declared",
    place: "US-TX",
    basis: "address of the contract",
    declaredBy: "key:desk",
    declaredAt: at("10:00"),
    ...over,
  };
}

/** What every store of declared places must do. */
export function callerPlaceContract(makeWorld: MakeWorld): void {
  inWorld("declared places of callers", makeWorld, (world) => {
    test("a declared place is found by its number, and by no other", async () => {
      const { account } = await seedShop(world());

      await world().care.declarePlace(account, aDeclaration());

      expect(await world().care.placesOf(account, ann)).toEqual({ declared: "US-TX" });
      expect(await world().care.placesOf(account, bob)).toEqual({});
      const [declared] = await world().care.declaredPlaces(account);
      expect({ ...declared, number: declared && Phi.reveal(declared.number, "care-screen") }).toEqual({
        ...aDeclaration(),
        id: expect.stringMatching(/^[\w-]+$/),
        number: "+14155550123",
      });
    });

    test("a declaration is forgotten by its id, which tells no number and stays when it is declared anew", async () => {
      const [{ account }, other] = [await seedShop(world()), await seedShop(world())];
      const { id } = await world().care.declarePlace(account, aDeclaration());
      const bills = await world().care.declarePlace(account, aDeclaration({ kind: "billing" }));
      const anew = await world().care.declarePlace(account, aDeclaration({ place: "DE" }));

      expect([anew.id, bills.id === id]).toEqual([id, false]);
      expect(await world().care.forgetPlace(other.account, id)).toBeUndefined();
      for (const odd of ["", "nothing", "zz-declared", "ab-home"])
        expect(await world().care.forgetPlace(account, odd)).toBeUndefined();
      expect(await world().care.forgetPlace(account, id)).toMatchObject({ kind: "declared", place: "DE" });
      expect(await world().care.forgetPlace(account, id)).toBeUndefined();
      expect(await world().care.placesOf(account, ann)).toEqual({ billing: "US-TX" });
    });

    test("a later declaration replaces the earlier one, and a withdrawn one is gone", async () => {
      const { account } = await seedShop(world());
      await world().care.declarePlace(account, aDeclaration());
      await world().care.declarePlace(account, aDeclaration({ number: bob, place: "DE", declaredAt: at("10:01") }));
      await world().care.declarePlace(account, aDeclaration({ place: "US-WA", declaredAt: at("10:02") }));

      const places = (await world().care.declaredPlaces(account)).map(({ place }) => place);

      expect(places).toEqual(["US-WA", "DE"]);
      expect(await world().care.withdrawPlace(account, ann, "declared")).toBe(true);
      expect(await world().care.withdrawPlace(account, ann, "declared")).toBe(false);
      expect(await world().care.placesOf(account, ann)).toEqual({});
    });

    test("declarations come page by page, newest first, those before a moment", async () => {
      const { account } = await seedShop(world());
      await world().care.declarePlace(account, aDeclaration());
      await world().care.declarePlace(account, aDeclaration({ number: bob, place: "DE", declaredAt: at("10:01") }));
      await world().care.declarePlace(account, aDeclaration({ kind: "billing", declaredAt: at("10:02") }));

      const page = { before: at("10:02"), limit: 1 };
      expect(await world().care.declaredPlaces(account, undefined, page)).toMatchObject([{ place: "DE" }]);
      expect(await world().care.declaredPlaces(account, ann, { ...page, limit: 9 })).toMatchObject([
        { kind: "declared" },
      ]);
    });

    test("where people are and where their bills go stand side by side, and each is withdrawn alone", async () => {
      const { account } = await seedShop(world());
      await world().care.declarePlace(account, aDeclaration());
      await world().care.declarePlace(account, aDeclaration({ kind: "billing", place: "US-CA", basis: "invoices" }));

      expect(await world().care.placesOf(account, ann)).toEqual({ declared: "US-TX", billing: "US-CA" });
      expect(await world().care.declaredPlaces(account, ann)).toHaveLength(2);
      expect(await world().care.declaredPlaces(account, bob)).toEqual([]);
      expect(await world().care.withdrawPlace(account, ann, "declared")).toBe(true);
      expect(await world().care.placesOf(account, ann)).toEqual({ billing: "US-CA" });
    });

    test("another account knows nothing of a declaration and withdraws none", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      await world().care.declarePlace(shop.account, aDeclaration());

      expect(await world().care.placesOf(other.account, ann)).toEqual({});
      expect(await world().care.declaredPlaces(other.account)).toEqual([]);
      expect(await world().care.withdrawPlace(other.account, ann, "declared")).toBe(false);
      expect(await world().care.placesOf(shop.account, ann)).toEqual({ declared: "US-TX" });
    });
  });
}
