import { SnippetReport } from "@ringtrail/api-contract";
import { day, instant } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";
import { allowCors } from "../http/allow-cors.ts";
import { findSiteFor, type SiteDoor } from "../http/find-site.ts";
import { limitRate } from "../http/limit-rate.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { readJson } from "../http/read-json.ts";
import { isOtherTracker } from "../orders/other-trackers-of.ts";

/**
 * `POST /v1/report`: the script on a page tells of a failure of its own, or of another call tracker beside it. One page
 * in ten does, once. A failure becomes a line in the log, a tracker what its owner is warned of; only our own words are
 * let into either.
 */
export function receiveReport(deps: Deps, door: SiteDoor): Hono<AppEnv> {
  const limit = limitRate(deps.now, { name: "report", burst: 10, perSecond: 0.1 });
  return new Hono<AppEnv>().post("/v1/report", limit, async (c) => {
    c.header("Cache-Control", "no-store");
    const body = await readJson(c, SnippetReport);
    if (!body.ok) {
      allowCors(c, "*");
      return sendProblem(c, publicProblem(body.reason));
    }
    const found = await findSiteFor(c, door, body.value.site, "refused");
    if (!found.ok) return sendProblem(c, publicProblem(found.reason));
    const { version, kind, what } = body.value;
    const { account, site, isHealthcare } = found.value;
    // The day is enough to warn an owner by; the moment would be one of a visit to a clinic's page.
    const seenAt = isHealthcare === true ? instant(Math.floor(deps.now() / day) * day) : deps.now();
    if (kind === "tracker" && isOtherTracker(what)) {
      deps.background.start("keep another tracker", () => deps.otherTrackers.sawTracker(account, site, what, seenAt));
    }
    if (isHealthcare === true) return c.body(null, 204);
    deps.log.warn({ site: found.value.key, version, kind, what: what.replaceAll(/[^\w.: -]/g, "") }, "snippet_report");
    return c.body(null, 204);
  });
}
