import { readFile } from "node:fs/promises";
import path from "node:path";
import type { AccountId } from "@ringtrail/core";
import { listen } from "../../listen.ts";
import type { RunningServer } from "../../main.ts";
import { demoShopDomain } from "./demo-shop.ts";
import { ShopCarts } from "./shop-carts.ts";
import { themeShopApp } from "./theme-shop-app.ts";

/** A Shopify shop of our own that sells. */
export interface ThemeShop {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Opens the demo's Shopify shop: our Liquid theme with the app embed in it, at an address of its own as a shop has one.
 * It reaches the server by the doors Shopify uses and by no other: forwarded requests and webhooks, both signed.
 *
 * @param wanted the port; the next free one is taken where it is not.
 */
export async function openThemeShop(
  { deps, url, publicUrl }: Pick<RunningServer, "deps" | "url" | "publicUrl">,
  { account, secret, folder, wanted }: ThemeShopOptions,
): Promise<ThemeShop> {
  const [site] = await deps.directory.sitesOf(account);
  if (site === undefined) throw new Error("the demo has no site");
  await deps.shops.connectShop(account, site.site, demoShopDomain);
  const carts = new ShopCarts(JSON.parse(await readFile(path.join(folder, "products.json"), "utf8")));
  const app = themeShopApp({ folder, carts, server: { url, publicUrl }, secret });
  const listener = await listen("127.0.0.1", wanted);
  listener.answerWith((request, env) => app.fetch(request, env));
  return { url: `http://127.0.0.1:${listener.port}`, stop: () => listener.close(1_000) };
}

/** Whose shop it is, what it signs with, and where its pages lie. */
export interface ThemeShopOptions {
  readonly account: AccountId;
  readonly secret: string;
  readonly folder: string;
  readonly wanted: number;
}
