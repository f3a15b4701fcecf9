import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { AppEnv } from "../app-env.ts";
import type { Log } from "../log.ts";
import { newId } from "../new-id.ts";

/**
 * Gives every request an id and one log line. The line names the route's pattern, never the path or the query: those
 * carry keys, ids and signatures.
 */
export function logRequests(log: Log): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const requestId = newId();
    c.set("requestId", requestId);
    c.header("X-Request-Id", requestId);
    const start = performance.now();
    await next();
    const facts = {
      request: requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round((performance.now() - start) * 10) / 10,
    };
    if (c.res.status >= 500) log.error(facts, "request failed");
    else log.info(facts, "request");
  };
}
