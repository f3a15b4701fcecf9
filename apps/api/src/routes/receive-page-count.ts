import { PageCount } from "@ringtrail/api-contract";
import { otherPages } from "@ringtrail/core/healthcare";
import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";
import { allowCors } from "../http/allow-cors.ts";
import { findSiteFor, type SiteDoor } from "../http/find-site.ts";
import { isAutomated } from "../http/is-automated.ts";
import { limitRate } from "../http/limit-rate.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { readJson } from "../http/read-json.ts";

/**
 * `POST /v1/sites/{key}/page-counts`: a page of a clinic was opened, or a number on it tapped. All that is told is the name
 * of the page's group, and all that is kept is one more of it on this day, between the sides, until the period is over.
 * Whatever becomes of it, our log has no line for it.
 */
export function receivePageCount(deps: Deps, door: SiteDoor): Hono<AppEnv> {
  const limit = limitRate(deps.now, { name: "page-counts", burst: 60, perSecond: 1 });
  const path = "/v1/sites/:key/page-counts";
  const app = new Hono<AppEnv>();
  app.use(path, async (c, next) => {
    c.set("isClinicsPage", true);
    await next();
  });
  return app.post(path, limit, async (c) => {
    c.header("Cache-Control", "no-store");
    const body = await readJson(c, PageCount);
    if (!body.ok) {
      allowCors(c, "*");
      return sendProblem(c, publicProblem(body.reason));
    }
    const found = await findSiteFor(c, door, c.req.param("key").slice(0, 64), "refused");
    if (!found.ok) return sendProblem(c, publicProblem(found.reason));
    const { account, site, isHealthcare, pageGroups = [] } = found.value;
    if (isHealthcare !== true || isAutomated((name) => c.req.header(name))) return c.body(null, 204);
    const { kind, group } = body.value;
    // A name that is on no list any more, or never was, must not get into a report.
    const known = pageGroups.some((one) => one.group === group) ? group : otherPages;
    const day = new Date(deps.now()).toISOString().slice(0, 10);
    await deps.healthcare.countPage(account, site, { kind, group: known, day });
    return c.body(null, 204);
  });
}
