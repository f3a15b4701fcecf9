import { Hono } from "hono";
import { parseE164, type Instant } from "@ringtrail/core";
import type { AppEnv } from "../app-env.ts";
import { limitRate } from "../http/limit-rate.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { fallbackDocument } from "../survival/fallback-files.ts";
import type { RouteSnapshot } from "../survival/route-snapshot.ts";

/**
 * `GET /fallback/{number}.twilio`: the document that dials the business while everything else fails. It needs no
 * database. The same files can lie on any static host; this door answers them as long as the process lives.
 *
 * An unknown number is answered as a caller would hear it, and a network may ask slowly only: the door must not tell
 * a stranger which numbers are whose faster than calling them would.
 */
export function getFallback(snapshot: Pick<RouteSnapshot, "routes">, now: () => Instant): Hono<AppEnv> {
  const limit = limitRate(now, { name: "fallback", burst: 60, perSecond: 1 });
  return new Hono<AppEnv>().get("/fallback/:file{\\d{7,15}\\.twilio}", limit, (c) => {
    const number = parseE164(`+${c.req.param("file").split(".")[0]}`);
    if (!number.ok) return sendProblem(c, publicProblem({ code: "not_found" }));
    const { body, contentType } = fallbackDocument(snapshot.routes(), number.value);
    c.header("Cache-Control", "no-store");
    return c.body(body, 200, { "Content-Type": contentType });
  });
}
