import { checkCallFlow as checkDoor, getCallFlow, setCallFlow } from "@ringtrail/api-contract";
import { err, parseId, type SiteId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { checkCallFlow, keepCallFlow, showKeptFlow } from "../../workflows/keep-call-flow.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What callers of a site go through: read, set, and look at before it is set. */
export function flowDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, getCallFlow, async ({ asker: { account }, params }) => {
        const site = parseId<SiteId>(params.id);
        return site.ok ? showKeptFlow(deps, account, site.value) : err({ code: "site_unknown" });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, setCallFlow, async ({ asker: { account, actor, signedInAt }, params, body: flow }) => {
        const site = parseId<SiteId>(params.id);
        return site.ok
          ? keepCallFlow(deps, { account, site: site.value, flow, actor, signedInAt })
          : err({ code: "site_unknown" });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, checkDoor, async ({ asker: { account }, params, body: flow }) => {
        const site = parseId<SiteId>(params.id);
        return site.ok ? checkCallFlow(deps, { account, site: site.value, flow }) : err({ code: "site_unknown" });
      }),
    );
}
