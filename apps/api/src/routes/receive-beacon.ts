import { Beacon } from "@ringtrail/api-contract";
import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";
import { allowCors } from "../http/allow-cors.ts";
import { networkOf } from "../http/client-address.ts";
import { findSiteFor, type SiteDoor } from "../http/find-site.ts";
import { limitRate } from "../http/limit-rate.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { readJson } from "../http/read-json.ts";
import { visitorCookie } from "../http/visitor-cookie.ts";
import { recordSigns } from "../workflows/record-signs.ts";

/** `POST /v1/beacon`: a page tells what happened on it. */
export function receiveBeacon(deps: Deps, door: SiteDoor): Hono<AppEnv> {
  const limit = limitRate(deps.now, { name: "beacon", burst: 600, perSecond: 10 });
  return new Hono<AppEnv>().post("/v1/beacon", limit, async (c) => {
    c.header("Cache-Control", "no-store");
    const body = await readJson(c, Beacon);
    if (!body.ok) {
      allowCors(c, "*");
      return sendProblem(c, publicProblem(body.reason));
    }
    const found = await findSiteFor(c, door, body.value.site, "refused");
    if (!found.ok) return sendProblem(c, publicProblem(found.reason));
    const cookie = visitorCookie(c, found.value.key);
    const happened = (...kinds: readonly string[]) => body.value.events.some(({ kind }) => kinds.includes(kind));
    // Whoever takes a yes back needs no token for it.
    if (happened("denied")) cookie?.clear();
    const tellsPage = happened("page");
    if (found.value.isHealthcare === true && tellsPage) {
      return sendProblem(c, publicProblem({ code: "page_address_refused", field: "page" }));
    }
    const network = networkOf(c.get("clientAddress"));
    const recorded = await recordSigns(deps, { site: found.value, beacon: body.value, network });
    const brought = cookie?.read();
    const isProved = recorded.ok && happened("interaction", "tap") && !happened("denied");
    if (isProved && brought?.visit === body.value.visit) cookie?.keep(brought, "firm");
    return recorded.ok ? c.body(null, 204) : sendProblem(c, publicProblem(recorded.reason));
  });
}
