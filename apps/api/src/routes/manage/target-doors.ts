import { addTarget, listFallbackDocuments } from "@ringtrail/api-contract";
import { err, ok, parseE164, parseId, type SiteId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import { fallbackKey } from "../../carriers/number-addresses.ts";
import type { Deps } from "../../deps.ts";
import { labelsFor } from "../../show/labels-for.ts";
import { showSite } from "../../show/show-site.ts";
import { fallbackFiles } from "../../survival/fallback-files.ts";
import { pageByKey } from "./page-by-key.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What a site's own plugin sets and takes along: numbers of the business to be swapped, documents for carriers. */
export function targetDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { accounts, directory, snapshot, secrets, now } = deps;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, addTarget, async ({ asker, params, body }) => {
        const { account, actor } = asker;
        const e164 = parseE164(body.e164);
        if (!e164.ok) return err({ code: "phone_malformed", field: "e164" });
        const id = parseId<SiteId>(params.id);
        const own = (await directory.sitesOf(account)).find(({ site }) => id.ok && site === id.value);
        if (own === undefined) return err({ code: "site_unknown" });
        await accounts.saveTarget(account, own.site, { e164: e164.value, label: body.label });
        await accounts.audit(account, { actor, action: "target.added", object: own.site, at: now(), facts: {} });
        const changed = (await directory.sitesOf(account)).find(({ site }) => site === own.site) ?? own;
        return ok(showSite(changed, await labelsFor(deps.care, asker)));
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, listFallbackDocuments, async ({ asker, query }) => {
        const ownRoutes = snapshot.routes().filter(({ account }) => account === asker.account);
        const files = fallbackFiles({ routes: () => ownRoutes, connection: (id) => snapshot.connection(id) });
        const page = pageByKey(files, ({ name }) => name, query);
        if (!page.ok) return page;
        return ok({
          next: page.value.next,
          documents: page.value.items.map(({ name, document }) => ({
            name,
            key: fallbackKey(secrets.fallback, name),
            contentType: document.contentType,
            body: document.body,
          })),
        });
      }),
    );
}
