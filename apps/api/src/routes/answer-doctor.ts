import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { RefusalCounter } from "../carriers/count-refusals.ts";
import type { Deps } from "../deps.ts";
import { isDoctorToken } from "../doctor/doctor-token.ts";
import { connectedAddress, proxyTest } from "../http/client-address.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";

/**
 * `GET /doctor`: how a request looks from in here, for `ringtrail doctor`, which proves by a token that it holds the
 * master key. To everybody else there is no such address.
 */
export function answerDoctor(deps: Deps, refusals: RefusalCounter): Hono<AppEnv> {
  const isTrusted = proxyTest(deps.server.trustedProxies);
  return new Hono<AppEnv>().get("/doctor", (c) => {
    c.header("Cache-Control", "no-store");
    const token = c.req.header("authorization")?.replace(/^Bearer /, "") ?? "";
    if (!isDoctorToken(deps.secrets.doctor, deps.now(), token))
      return sendProblem(c, publicProblem({ code: "not_found" }));
    const connectedFrom = connectedAddress(c);
    const { count, lastAt } = refusals.seen();
    return c.json({
      version: deps.server.version,
      publicUrl: deps.server.publicUrl,
      connectedFrom,
      isFromTrustedProxy: connectedFrom !== undefined && isTrusted(connectedFrom),
      forwardedFor: c.req.header("x-forwarded-for"),
      refusals: { count, lastAt },
    });
  });
}
