import { importCosts as importDoor, saveCosts, type CostsImportedShown } from "@ringtrail/api-contract";
import { err, ok, type AccountId, type SiteId } from "@ringtrail/core";
import { Hono } from "hono";
import { Readable } from "node:stream";
import type { AppEnv } from "../../app-env.ts";
import { costTold } from "../../costs/cost-told.ts";
import { importCosts, type CostsImported } from "../../costs/import-costs.ts";
import type { Deps } from "../../deps.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What ads cost: told line by line, or as the report a platform exports. */
export function costDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, saveCosts, async ({ asker: { account, actor }, body }) => {
        const site = await siteOf(deps, account, body.site);
        if (site === undefined) return err({ code: "site_unknown" });
        const importId = body.import ?? deps.newId<string>();
        const kept = await deps.money.saveCosts(account, site, importId, body.costs.map(costTold));
        const entry = { actor, action: "costs.told", object: site, at: deps.now(), facts: { ...kept } };
        await deps.accounts.audit(account, entry);
        return ok({ import: importId, ...kept });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, importDoor, async ({ asker: { account, actor }, query, body }) => {
        const { site: asked, dryRun, ...file } = query;
        const site = await siteOf(deps, account, asked);
        if (site === undefined) return err({ code: "site_unknown" });
        const done = await importCosts(deps, Readable.from([body.bytes]), {
          account,
          site,
          actor,
          importId: deps.newId<string>(),
          file,
          dryRun: dryRun === "yes",
          at: deps.now(),
        });
        return done === undefined ? err({ code: "costs_header_missing" }) : ok(show(done));
      }),
    );
}

/** The site that is meant: the one named, or the only one there is. */
async function siteOf({ directory }: Deps, account: AccountId, asked: string | undefined): Promise<SiteId | undefined> {
  const sites = await directory.sitesOf(account);
  const found = asked === undefined && sites.length === 1 ? sites[0] : sites.find(({ site }) => site === asked);
  return found?.site;
}

function show({ micros, problems, from, to, ...done }: CostsImported): CostsImportedShown {
  return {
    ...done,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    sums: Object.entries(micros).map(([currency, sum]) => ({ currency, amount: sum / 1e6 })),
    problems: [...problems],
  };
}
