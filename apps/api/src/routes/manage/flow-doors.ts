import { checkCallFlow as checkDoor, getCallFlow, setCallFlow } from "@ringtrail/api-contract";
import { err, ok, parseId, type Result, type SiteId } from "@ringtrail/core";
import type { Scope } from "@ringtrail/core/ports";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Asker } from "../../auth/identify-asker.ts";
import type { Deps } from "../../deps.ts";
import { checkCallFlow, keepCallFlow, showKeptFlow } from "../../workflows/keep-call-flow.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What callers of a site go through: read, set, and look at before it is set. */
export function flowDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, getCallFlow, async ({ asker, params }) => {
        const site = await findSite(deps, asker, params.id);
        return site.ok ? showKeptFlow(deps, asker.account, site.value) : site;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, setCallFlow, async ({ asker, params, body: flow }) => {
        const site = await findSite(deps, asker, params.id);
        const { account, actor, signedInAt } = asker;
        return site.ok ? keepCallFlow(deps, { account, site: site.value, flow, actor, signedInAt }) : site;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, checkDoor, async ({ asker, params, body: flow }) => {
        const site = await findSite(deps, asker, params.id);
        return site.ok ? checkCallFlow(deps, { account: asker.account, site: site.value, flow }) : site;
      }),
    );
}

/** The site whose flow is asked for. A clinic's names who answers there, so it takes somebody who may know callers. */
async function findSite(
  { directory }: Pick<Deps, "directory">,
  { account, scopes }: Pick<Asker, "account" | "scopes">,
  asked: string,
): Promise<
  Result<SiteId, { readonly code: "site_unknown" } | { readonly code: "scope_missing"; readonly scope: Scope }>
> {
  const id = parseId<SiteId>(asked);
  const site = id.ok ? (await directory.sitesOf(account)).find((one) => one.site === id.value) : undefined;
  if (site === undefined) return err({ code: "site_unknown" });
  const mayKnow = site.isHealthcare !== true || scopes.includes("callers:read");
  return mayKnow ? ok(site.site) : err({ code: "scope_missing", scope: "callers:read" });
}
