import { connectShop, listShops, shopSightDoors, type ShopShown } from "@ringtrail/api-contract";
import { err, ok } from "@ringtrail/core";
import type { ConnectedShop } from "@ringtrail/core/ports";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { otherTrackersOf } from "../../orders/other-trackers-of.ts";
import { showMoment } from "../../show/show-moment.ts";
import { falling, pageByKey } from "./page-by-key.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** Which Shopify shops sell on which sites, and which other call trackers the sites' pages carry. */
export function shopDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { shops, directory, accounts, now } = deps;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, shopSightDoors.listOtherTrackers, async ({ asker: { account }, query }) => {
        const all = await otherTrackersOf(deps, account);
        const lastFirst = ({ lastSeenAt, site, name }: (typeof all)[number]) =>
          `${falling(Date.parse(lastSeenAt))} ${site} ${name}`;
        const page = pageByKey(all, lastFirst, query);
        return page.ok ? ok({ trackers: [...page.value.items], next: page.value.next }) : page;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, listShops, async ({ asker: { account }, query }) => {
        const page = pageByKey(await shops.shopsOf(account), ({ domain }) => domain, query);
        return page.ok ? ok({ shops: page.value.items.map(show), next: page.value.next }) : page;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, connectShop, async ({ asker: { account, actor }, body: { domain, site: wanted } }) => {
        const sites = await directory.sitesOf(account);
        const site = wanted === undefined && sites.length === 1 ? sites[0] : sites.find((one) => one.site === wanted);
        if (site === undefined) return err({ code: "site_unknown" });
        if (!(await shops.connectShop(account, site.site, domain))) return err({ code: "shop_taken" });
        await accounts.audit(account, { actor, action: "shop.connected", object: domain, at: now(), facts: {} });
        const kept = (await shops.shopsOf(account)).find((shop) => shop.domain === domain);
        return ok(show(kept ?? { account, site: site.site, domain, installedAt: undefined }));
      }),
    );
}

function show({ domain, site, installedAt }: ConnectedShop): ShopShown {
  return { domain, site, ...(installedAt !== undefined && { installedAt: showMoment(installedAt) }) };
}
