import { err, ok, type Result } from "@ringtrail/core";
import type { Deps } from "../deps.ts";
import type { ShopUnknown } from "./receive-webhook.ts";
import type { ShopifyApp, ShopifyRefused } from "./shopify-app.ts";

/** Where a shop's own pages reach us: Shopify forwards this path (`[app_proxy]` of shopify.app.toml). */
export const proxyPath = "/apps/ringtrail";

/**
 * Installs the app in a shop its owner has connected: changes the session token for a key that lasts, keeps it sealed, and
 * tells the embed and the pixel where we are, and the embed whether the site is a clinic's. Done again it writes what holds
 * then.
 */
export async function installShop(
  deps: Deps,
  { admin }: ShopifyApp,
  domain: string,
  sessionToken: string,
): Promise<Result<undefined, ShopUnknown | ShopifyRefused>> {
  const shop = await deps.shops.shopByDomain(domain);
  const sites = shop === undefined ? [] : await deps.directory.sitesOf(shop.account);
  const site = sites.find((one) => one.site === shop?.site);
  if (shop === undefined || site === undefined) return err({ code: "shop_unknown" });
  const token = await admin.exchange(domain, sessionToken);
  if (!token.ok) return token;
  const config = { site: site.key, server: proxyPath, isHealthcare: site.isHealthcare === true };
  const told = await admin.configure(domain, token.value, config);
  if (!told.ok) return told;
  await deps.shops.installed(shop.account, domain, token.value, deps.now());
  if (shop.installedAt !== undefined) return ok(undefined);
  const entry = { actor: "shopify", action: "shop.installed", object: domain, at: deps.now(), facts: {} };
  await deps.accounts.audit(shop.account, entry);
  return ok(undefined);
}
