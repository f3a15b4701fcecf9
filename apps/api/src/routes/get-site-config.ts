import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import { etagOf } from "../http/seal-file.ts";
import { findSiteFor, type SiteDoor } from "../http/find-site.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { describeSite } from "../workflows/describe-site.ts";

/** Browsers ask again after this long; a cache in between may answer with the old one once more meanwhile. */
const cacheControl = "public, max-age=300, stale-while-revalidate=3600";

/** `GET /v1/sites/{key}/config`: what a page needs before it may ask anything of a visitor. Holds no pool number. */
export function getSiteConfig(door: SiteDoor, version: string): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/v1/sites/:key/config", async (c) => {
    const found = await findSiteFor(c, door, c.req.param("key").slice(0, 64), "allowed");
    if (!found.ok) return sendProblem(c, publicProblem(found.reason));
    const body = JSON.stringify(describeSite(found.value, version));
    const etag = etagOf(body);
    c.header("Cache-Control", cacheControl);
    c.header("ETag", etag);
    if (
      c.req
        .header("if-none-match")
        ?.split(/,\s*/)
        .some((tag) => tag.replace(/^W\//, "") === etag)
    ) {
      return c.body(null, 304);
    }
    return c.body(body, 200, { "content-type": "application/json; charset=utf-8" });
  });
}
