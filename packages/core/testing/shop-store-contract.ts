import { expect, test } from "vitest";
import { at } from "./fixed-clock.ts";
import { seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

/** What every store of shops must do. */
export function shopStoreContract(makeWorld: MakeWorld): void {
  inWorld("shop store", makeWorld, (world) => {
    test("a connected shop is found by its name before any account is known, and belongs to one account alone", async () => {
      const [owner, other] = [await seedShop(world()), await seedShop(world())];
      const { shops } = world();
      const domain = `${owner.siteKey}.myshopify.com`;

      expect(await shops.connectShop(owner.account, owner.site, domain)).toBe(true);
      expect(await shops.connectShop(owner.account, owner.site, domain)).toBe(true);
      expect(await shops.connectShop(other.account, other.site, domain)).toBe(false);

      const shop = { account: owner.account, site: owner.site, domain, installedAt: undefined };
      expect(await shops.shopByDomain(domain)).toEqual(shop);
      expect(await shops.shopsOf(owner.account)).toEqual([shop]);
      expect(await shops.shopsOf(other.account)).toEqual([]);
      expect(await shops.shopByDomain("nobody.myshopify.com")).toBeUndefined();
      await expect(shops.connectShop(other.account, owner.site, `b-${domain}`)).rejects.toBeInstanceOf(Error);
    });

    test("a key is kept while the app is installed, read by its own account alone, and gone when it is removed", async () => {
      const [owner, other] = [await seedShop(world()), await seedShop(world())];
      const { shops } = world();
      const domain = `${owner.siteKey}.myshopify.com`;
      await shops.connectShop(owner.account, owner.site, domain);

      expect(await shops.installed(other.account, domain, "theirs", at("10:00"))).toBe(false);
      expect(await shops.installed(owner.account, domain, "shpat_1", at("10:00"))).toBe(true);
      expect(await shops.installed(owner.account, domain, "shpat_2", at("11:00"))).toBe(true);
      expect(await shops.tokenOf(owner.account, domain)).toBe("shpat_2");
      expect(await shops.tokenOf(other.account, domain)).toBeUndefined();
      expect((await shops.shopByDomain(domain))?.installedAt).toBe(at("11:00"));

      await shops.uninstalled(owner.account, domain);
      expect(await shops.tokenOf(owner.account, domain)).toBeUndefined();
      expect((await shops.shopByDomain(domain))?.installedAt).toBeUndefined();
      await shops.disconnectShop(other.account, domain);
      expect(await shops.shopByDomain(domain)).toBeDefined();
      await shops.disconnectShop(owner.account, domain);
      expect(await shops.shopByDomain(domain)).toBeUndefined();
    });
  });
}
