import { Hono } from "hono";
import { parseE164 } from "@ringtrail/core";
import type { AppEnv } from "../app-env.ts";
import { doorOf, isFallbackKey } from "../carriers/number-addresses.ts";
import type { Deps } from "../deps.ts";
import { limitRate } from "../http/limit-rate.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { fallbackDocument } from "../survival/fallback-files.ts";

/**
 * `GET /fallback/{number}.{carrier}?k=…`: the document that dials the business while everything else fails. It needs no
 * database. The same files can lie on any static host; this door answers them as long as the process lives, to POST as
 * well: Telnyx has one method for all addresses of an application.
 *
 * Only the carrier was told `k`. Without it every number is answered as one nobody has: a stranger learns from this
 * door neither whose a number is nor whether it is ours.
 */
export function getFallback({ snapshot, secrets, now }: Pick<Deps, "snapshot" | "secrets" | "now">): Hono<AppEnv> {
  const limit = limitRate(now, { name: "fallback", burst: 60, perSecond: 1 });
  const path = "/fallback/:file{\\d{7,15}\\.(?:twilio|telnyx)}";
  return new Hono<AppEnv>().on(["GET", "POST"], path, limit, (c) => {
    const file = c.req.param("file");
    const [digits = "", door = ""] = file.split(".");
    const number = parseE164(`+${digits}`);
    if (!number.ok) return sendProblem(c, publicProblem({ code: "not_found" }));
    const isKnown = isFallbackKey(secrets.fallback, file, c.req.query("k") ?? "");
    const routes = isKnown ? snapshot.routes().filter(({ e164 }) => e164 === number.value) : [];
    const found = routes
      .map((route) => ({ route, connection: snapshot.connection(route.connection) }))
      .find(({ connection }) => connection !== undefined && doorOf(connection) === door);
    const { body, contentType } = fallbackDocument(found?.route, found?.connection);
    c.header("Cache-Control", "no-store");
    return c.body(body, 200, { "Content-Type": contentType });
  });
}
