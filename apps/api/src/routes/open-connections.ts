import {
  collectConnectRequest,
  NewConnectRequest,
  openConnectRequest,
  type ConnectOutcome,
} from "@ringtrail/api-contract";
import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { ConnectRequests } from "../connect/connect-requests.ts";
import { scopesOfConnection } from "../connect/connection-scopes.ts";
import type { Deps } from "../deps.ts";
import { limitRate } from "../http/limit-rate.ts";
import { manageProblem } from "../http/manage-problem.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { readJson } from "../http/read-json.ts";
import { showSite } from "../show/show-site.ts";
import { createApiKey } from "../workflows/create-api-key.ts";

/**
 * `POST /v1/connect-requests` and its collection: how a site's plugin asks for a key without anybody copying one. Anybody
 * may ask; somebody who is signed in must approve, and only who asked can collect.
 */
export function openConnections(deps: Deps, requests: ConnectRequests): Hono<AppEnv> {
  const opening = limitRate(deps.now, { name: "connect", burst: 10, perSecond: 0.05 });
  // A plugin looks every other second while its owner walks to the console and back.
  const collecting = limitRate(deps.now, { name: "collect", burst: 60, perSecond: 1 });
  const routes = new Hono<AppEnv>();
  routes.post(openConnectRequest.path, opening, async (c) => {
    c.header("Cache-Control", "no-store");
    const body = await readJson(c, NewConnectRequest);
    if (!body.ok) return sendProblem(c, publicProblem(body.reason));
    const { code, secret, expiresAt } = await requests.open(body.value);
    const approveUrl = `${deps.server.publicUrl}/console/#/connect/${code}`;
    return c.json({ code, secret, approveUrl, expiresAt: expiresAt.toISOString() }, 201);
  });
  routes.post("/v1/connect-requests/:code/collections", collecting, async (c) => {
    c.header("Cache-Control", "no-store");
    const body = await readJson(c, collectConnectRequest.body);
    if (!body.ok) return sendProblem(c, publicProblem(body.reason));
    const state = await requests.collect(c.req.param("code"), body.value.secret);
    if (state === undefined) return sendProblem(c, manageProblem({ code: "connect_code_unknown" }));
    if (state === "waiting") return c.json({ state } satisfies ConnectOutcome);
    const { account, site: id, actor, mayKnowCallers } = state.approved;
    const site = (await deps.directory.sitesOf(account)).find(({ site }) => site === id);
    if (site === undefined) return sendProblem(c, manageProblem({ code: "site_unknown" }));
    const name = `WordPress: ${state.name}`.slice(0, 100);
    const scopes = scopesOfConnection(mayKnowCallers);
    const made = await createApiKey(deps, { account, name, scopes, expiresAt: undefined, actor });
    const { key: siteKey, targets } = showSite(site);
    return c.json({ state: "approved", apiKey: made.secret, site: id, siteKey, targets } satisfies ConnectOutcome);
  });
  return routes;
}
