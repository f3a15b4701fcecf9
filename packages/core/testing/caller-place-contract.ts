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

      expect(await world().care.placeOf(account, ann)).toBe("US-TX");
      expect(await world().care.placeOf(account, bob)).toBeUndefined();
      const [declared] = await world().care.declaredPlaces(account);
      expect({ ...declared, number: declared && Phi.reveal(declared.number, "care-screen") }).toEqual({
        ...aDeclaration(),
        number: "+14155550123",
      });
    });

    test("a later declaration replaces the earlier one, and a withdrawn one is gone", async () => {
      const { account } = await seedShop(world());
      await world().care.declarePlace(account, aDeclaration());
      await world().care.declarePlace(account, aDeclaration({ number: bob, place: "DE", declaredAt: at("10:01") }));
      await world().care.declarePlace(account, aDeclaration({ place: "US-WA", declaredAt: at("10:02") }));

      const places = (await world().care.declaredPlaces(account)).map(({ place }) => place);

      expect(places).toEqual(["US-WA", "DE"]);
      expect(await world().care.withdrawPlace(account, ann)).toBe(true);
      expect(await world().care.withdrawPlace(account, ann)).toBe(false);
      expect(await world().care.placeOf(account, ann)).toBeUndefined();
    });

    test("another account knows nothing of a declaration and withdraws none", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      await world().care.declarePlace(shop.account, aDeclaration());

      expect(await world().care.placeOf(other.account, ann)).toBeUndefined();
      expect(await world().care.declaredPlaces(other.account)).toEqual([]);
      expect(await world().care.withdrawPlace(other.account, ann)).toBe(false);
      expect(await world().care.placeOf(shop.account, ann)).toBe("US-TX");
    });
  });
}
