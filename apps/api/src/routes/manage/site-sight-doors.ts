import { choosePoolPolicy, siteSightDoors as doors } from "@ringtrail/api-contract";
import { err, ok, parseId, type PoolId, type SiteId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { lookAtPage } from "../../page-look/look-at-page.ts";
import { silencesNow } from "../../silence/silences-now.ts";
import { pageByKey } from "./page-by-key.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What is seen of sites from here, and what their pools do when they are exhausted. */
export function siteSightDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { accounts, directory, now } = deps;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.silences, async ({ asker: { account }, query }) => {
        const things = await silencesNow(deps, account, now());
        const page = pageByKey(things, ({ site, what, name }) => `${site} ${what} ${name}`, query);
        return page.ok ? ok({ things: [...page.value.items], next: page.value.next }) : page;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.lookAtPage, async ({ asker: { account }, params, body }) => {
        const id = parseId<SiteId>(params.id);
        const own = (await directory.sitesOf(account)).find(({ site }) => id.ok && site === id.value);
        return own === undefined ? err({ code: "site_unknown" }) : lookAtPage(deps, own, body.address);
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, choosePoolPolicy, async ({ asker: { account, actor }, params, body: { exclusive } }) => {
        const id = parseId<PoolId>(params.id);
        if (!id.ok || !(await accounts.choosePoolPolicy(account, id.value, exclusive)))
          return err({ code: "pool_unknown" });
        const entry = { actor, action: "pool_policy.chosen", object: id.value, at: now(), facts: { exclusive } };
        await accounts.audit(account, entry);
        return ok({ exclusive });
      }),
    );
}
