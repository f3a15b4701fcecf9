import { Hono } from "hono";
import type { AppEnv } from "./app-env.ts";
import { countRefusals } from "./carriers/count-refusals.ts";
import { isDatabaseGone } from "./database-gone.ts";
import type { Deps } from "./deps.ts";
import { clientAddress } from "./http/client-address.ts";
import { logRequests } from "./http/log-requests.ts";
import { sendProblem } from "./http/problem.ts";
import { publicProblem } from "./http/public-problem.ts";
import { describeError } from "./describe-error.ts";
import { answerDoctor } from "./routes/answer-doctor.ts";
import { carrierRoutes } from "./routes/carrier-routes.ts";
import { manageRoutes } from "./routes/manage-routes.ts";
import { playForCarrier } from "./routes/play-for-carrier.ts";
import { shopifyRoutes } from "./routes/shopify/shopify-routes.ts";
import { publicRoutes } from "./routes/public-routes.ts";

/** Builds the app from its parts. It reads no environment and keeps no globals: tests call it with memory stores. */
export function createApp(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(logRequests(deps), clientAddress(deps.server.trustedProxies));
  const refusals = countRefusals(deps.now);
  app.route("/", answerDoctor(deps, refusals));
  app.route("/", carrierRoutes(deps, refusals));
  app.route("/", playForCarrier(deps));
  app.route("/", shopifyRoutes(deps));
  app.route("/", publicRoutes(deps));
  app.route("/", manageRoutes(deps));
  app.notFound((c) => sendProblem(c, publicProblem({ code: "not_found" })));
  app.onError((error, c) => {
    deps.log.error({ request: c.get("requestId"), ...describeError(error) }, "request broke");
    return sendProblem(c, publicProblem({ code: isDatabaseGone(error) ? "not_ready" : "failed" }));
  });
  return app;
}
