import { expect, test } from "vitest";
import { aSound } from "./build-sound.ts";
import { at } from "./fixed-clock.ts";
import { seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

/** What every store of sounds must do. */
export function soundStoreContract(makeWorld: MakeWorld): void {
  inWorld("sound store", makeWorld, (world) => {
    test("a kept sound is listed with its facts, and both its files come back byte for byte", async () => {
      const { account } = await seedShop(world());
      const { original, telephone, ...facts } = aSound();

      expect(await world().sounds.keep(account, aSound(), 10)).toBe("kept");

      expect(await world().sounds.sounds(account)).toEqual([facts]);
      expect(await world().sounds.soundFile(account, facts.sha256, "original")).toEqual(original);
      expect(await world().sounds.soundFile(account, facts.sha256, "telephone")).toEqual(telephone);
    });

    test("the same file again changes nothing, and stays known when there is room for no other", async () => {
      const { account } = await seedShop(world());
      await world().sounds.keep(account, aSound(), 1);

      expect(await world().sounds.keep(account, aSound({ name: "other name.wav" }), 1)).toBe("known");
      expect(await world().sounds.keep(account, aSound({ sha256: "6".repeat(64) }), 1)).toBe("full");

      expect((await world().sounds.sounds(account)).map(({ name }) => name)).toEqual(["notice.wav"]);
      expect(await world().sounds.soundFile(account, "6".repeat(64), "telephone")).toBeUndefined();
    });

    test("the newest comes first, and another account sees and plays none of them", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      await world().sounds.keep(shop.account, aSound(), 10);
      await world().sounds.keep(shop.account, aSound({ sha256: "6".repeat(64), uploadedAt: at("10:01") }), 10);

      const named = (await world().sounds.sounds(shop.account)).map(({ sha256 }) => sha256[0]);

      expect(named).toEqual(["6", "5"]);
      expect(await world().sounds.sounds(other.account)).toEqual([]);
      expect(await world().sounds.soundFile(other.account, aSound().sha256, "original")).toBeUndefined();
      expect(await world().sounds.keep(other.account, aSound(), 1)).toBe("kept");
    });
  });
}
