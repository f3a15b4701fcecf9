import type { MiddlewareHandler } from "hono";
import type { Instant } from "@ringtrail/core";
import { routePath } from "hono/route";
import type { AppEnv } from "../app-env.ts";
import type { Log } from "../log.ts";
import { newId } from "../new-id.ts";
import { countPageRequests } from "./count-page-requests.ts";

/**
 * Gives every request an id and one log line. The line names the route's pattern, never the path or the query: those
 * carry keys, ids and signatures.
 *
 * What a page of a site in healthcare mode asks has no line, and neither has the script, which such pages load too: beside
 * the list of calls a line would say who was on the pages before a call. They are counted by the day. The count of a day
 * that is over is written beside the next line that is written anyway, so that it names no visit's moment itself.
 */
export function logRequests({
  log,
  now,
}: {
  readonly log: Log;
  readonly now: () => Instant;
}): MiddlewareHandler<AppEnv> {
  const pages = countPageRequests(now);
  return async (c, next) => {
    const requestId = newId();
    c.set("requestId", requestId);
    c.header("X-Request-Id", requestId);
    const start = performance.now();
    await next();
    const isFailure = c.res.status >= 500;
    const isUnwritten = c.get("isClinicsPage") === true || c.req.path.startsWith("/snippet/");
    if (isUnwritten && !isFailure) return void pages.note();
    for (const { day, requests } of pages.takeOver()) log.info({ day, requests }, "pages asked, and were only counted");
    const facts = {
      request: requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round((performance.now() - start) * 10) / 10,
    };
    if (isFailure) log.error(facts, "request failed");
    else log.info(facts, "request");
  };
}
