import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { LongPageQuery, NextPage } from "../paging.ts";
import { Moment } from "../shapes/moment.ts";

const Domain = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}\.myshopify\.com$/)
  .describe("The shop's permanent name: `copper-kettle.myshopify.com`.");

/** A shop to be connected. */
export const NewShop = z
  .strictObject({
    domain: Domain,
    site: z.uuid().optional().describe("Which site it sells on; absent: the only one there is."),
  })
  .meta({ id: "NewShop" });
export type NewShop = z.infer<typeof NewShop>;

/** A connected Shopify shop. */
export const ShopShown = z
  .object({
    domain: z.string(),
    site: z.uuid(),
    installedAt: Moment.optional().describe("Absent before the app was installed there and after it was removed."),
  })
  .meta({ id: "Shop" });
export type ShopShown = z.infer<typeof ShopShown>;

/** Connected shops. */
export const ShopList = NextPage.extend({ shops: z.array(ShopShown) }).meta({ id: "ShopList" });
export type ShopList = z.infer<typeof ShopList>;

/** Lists shops. */
export const listShops = defineEndpoint({
  method: "GET",
  path: "/v1/shops",
  name: "listShops",
  summary: "The Shopify shops connected to this account's sites, page by page by name",
  scope: "sites:read",
  query: LongPageQuery,
  status: 200,
  response: ShopList,
  problems: ["cursor_malformed"],
});

/** Connects a shop. The app can be installed there afterwards. */
export const connectShop = defineEndpoint({
  method: "POST",
  path: "/v1/shops",
  name: "connectShop",
  summary: "Connect a Shopify shop to a site, before the app is installed there",
  scope: "sites:write",
  body: NewShop,
  status: 201,
  response: ShopShown,
  problems: ["site_unknown", "shop_taken"],
});
