import type { ConnectedShop, ShopStore } from "../src/ports/index.ts";
import type { AccountId } from "../src/index.ts";
import { demand, type MemoryState } from "./memory-state.ts";

/** The shops port in memory. */
export function memoryShopStore(state: MemoryState): ShopStore {
  const shops = new Map<string, { shop: ConnectedShop; token: string | undefined }>();
  const own = (account: AccountId, domain: string) => {
    const row = shops.get(domain);
    return row?.shop.account === account ? row : undefined;
  };
  return {
    shopByDomain: async (domain) => shops.get(domain)?.shop,
    connectShop: async (account, site, domain) => {
      demand(
        state.sites.find((row) => row.account === account && row.id === site),
        "site",
      );
      const known = shops.get(domain);
      if (known !== undefined && known.shop.account !== account) return false;
      const installedAt = known?.shop.installedAt;
      shops.set(domain, { shop: { account, site, domain, installedAt }, token: known?.token });
      return true;
    },
    shopsOf: async (account) =>
      [...shops.values()]
        .flatMap(({ shop }) => (shop.account === account ? [shop] : []))
        .toSorted((a, b) => (a.domain < b.domain ? -1 : 1)),
    installed: async (account, domain, token, at) => {
      const row = own(account, domain);
      if (row === undefined) return false;
      shops.set(domain, { shop: { ...row.shop, installedAt: at }, token });
      return true;
    },
    tokenOf: async (account, domain) => own(account, domain)?.token,
    uninstalled: async (account, domain) => {
      const row = own(account, domain);
      if (row !== undefined) shops.set(domain, { shop: { ...row.shop, installedAt: undefined }, token: undefined });
    },
    disconnectShop: async (account, domain) => {
      if (own(account, domain) !== undefined) shops.delete(domain);
    },
  };
}
