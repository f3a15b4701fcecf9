import type { AccountId, SiteId } from "../ids.ts";
import type { Instant } from "../time.ts";

/** A Shopify shop an owner has connected to one of their sites. */
export interface ConnectedShop {
  readonly account: AccountId;
  readonly site: SiteId;
  /** `copper-kettle.myshopify.com`: the shop's permanent name. */
  readonly domain: string;
  /** Undefined before the app was installed and after it was removed. */
  readonly installedAt: Instant | undefined;
}

/** Shops of a platform and their keys. */
export interface ShopStore {
  /** The look-up that comes before an account is known. One indexed read. */
  shopByDomain(domain: string): Promise<ConnectedShop | undefined>;
  /**
   * Connects a shop to a site, or to another site of the account. False when it is connected to another account.
   *
   * @throws when the account has no such site.
   */
  connectShop(account: AccountId, site: SiteId, domain: string): Promise<boolean>;
  /** The account's shops by name. */
  shopsOf(account: AccountId): Promise<readonly ConnectedShop[]>;
  /** Keeps the key a shop gave, sealed. False when the account has no such shop. */
  installed(account: AccountId, domain: string, token: string, at: Instant): Promise<boolean>;
  /** The key of an installed shop. Never logged. */
  tokenOf(account: AccountId, domain: string): Promise<string | undefined>;
  /** Forgets the key: the app was removed. The shop stays connected, so that it can be installed again. */
  uninstalled(account: AccountId, domain: string): Promise<void>;
  /** Forgets the shop. Its orders are forgotten apart. */
  disconnectShop(account: AccountId, domain: string): Promise<void>;
}
