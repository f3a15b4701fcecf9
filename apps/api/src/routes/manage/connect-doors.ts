import { approveConnectRequest, getConnectRequest } from "@ringtrail/api-contract";
import { err, ok, parseId, type SiteId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { ConnectRequests } from "../../connect/connect-requests.ts";
import { scopesOfConnection } from "../../connect/connection-scopes.ts";
import type { Deps } from "../../deps.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** Approving a plugin's request to act for a site. Whoever approves gives away no more than they hold. */
export function connectDoors(deps: Deps, ground: DoorGround, requests: ConnectRequests): Hono<AppEnv> {
  const { accounts, now } = deps;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, getConnectRequest, async ({ params }) => {
        const waiting = await requests.read(params.code);
        if (waiting === undefined) return err({ code: "connect_code_unknown" });
        return ok({ name: waiting.name, origin: waiting.origin, expiresAt: waiting.expiresAt.toISOString() });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, approveConnectRequest, async ({ asker: { account, actor, scopes }, params, body }) => {
        const mayKnowCallers = body.mayKnowCallers === true;
        const foreign = scopesOfConnection(mayKnowCallers).find((scope) => !scopes.includes(scope));
        if (foreign !== undefined) return err({ code: "scope_not_yours", scope: foreign });
        const site = parseId<SiteId>(body.site);
        const waiting = await requests.read(params.code);
        if (waiting === undefined) return err({ code: "connect_code_unknown" });
        if (!site.ok || !(await accounts.allowOrigin(account, site.value, waiting.origin))) {
          return err({ code: "site_unknown" });
        }
        if (!(await requests.approve(params.code, { account, site: site.value, actor, mayKnowCallers }))) {
          return err({ code: "connect_code_unknown" });
        }
        const facts = { origin: waiting.origin, mayKnowCallers };
        await accounts.audit(account, { actor, action: "site.connected", object: site.value, at: now(), facts });
        return ok(undefined);
      }),
    );
}
