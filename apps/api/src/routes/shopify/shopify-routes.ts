import { Hono, type Context, type MiddlewareHandler } from "hono";
import type { AppEnv } from "../../app-env.ts";
import { isTimeZone } from "../../call-context/is-open-at.ts";
import type { Deps } from "../../deps.ts";
import { limitRate } from "../../http/limit-rate.ts";
import { sendProblem } from "../../http/problem.ts";
import { publicProblem } from "../../http/public-problem.ts";
import { readBytes } from "../../http/read-body.ts";
import { installShop } from "../../shopify/install-shop.ts";
import { overviewShop } from "../../shopify/overview-shop.ts";
import { readSessionToken } from "../../shopify/read-session-token.ts";
import { receiveWebhook } from "../../shopify/receive-webhook.ts";
import { readShopDomain, type ShopifyApp } from "../../shopify/shopify-app.ts";
import { isSignedWebhook } from "../../shopify/signed-by-shopify.ts";
import { forwardProxied } from "./forward-proxied.ts";
import { serveMerchantPage } from "./serve-merchant-page.ts";

/** Shopify's own limit for what an order may weigh is not told; ten times what the largest seen weighs. */
const longestWebhook = 2 * 1024 * 1024;

/** The doors of Shopify: its webhooks, a shop's own path that leads to us, and the merchant's page inside its admin. */
export function shopifyRoutes(deps: Deps): Hono<AppEnv> {
  const app = deps.shopify;
  if (app === undefined) {
    const absent = (c: Context) => sendProblem(c, publicProblem({ code: "shopify_not_set_up" }));
    return new Hono<AppEnv>().all("/shopify/*", absent);
  }
  return new Hono<AppEnv>()
    .route("/", webhooks(deps, app))
    .route("/", forwardProxied(deps, app))
    .route("/", merchantDoors(deps, app))
    .route("/", serveMerchantPage(deps.server.served.merchant, app.apiKey));
}

function webhooks(deps: Deps, { secret }: ShopifyApp): Hono<AppEnv> {
  return new Hono<AppEnv>().post("/shopify/webhooks", async (c) => {
    c.header("Cache-Control", "no-store");
    const body = await readBytes(c, longestWebhook);
    if (!body.ok) return sendProblem(c, publicProblem(body.reason));
    const topic = c.req.header("x-shopify-topic") ?? "";
    if (!isSignedWebhook(secret, body.value, c.req.header("x-shopify-hmac-sha256"))) {
      deps.log.warn({ topic: topic.slice(0, 60) }, "webhook refused");
      return sendProblem(c, publicProblem({ code: "shopify_signature_invalid" }));
    }
    const domain = readShopDomain(c.req.header("x-shopify-shop-domain"));
    const id = c.req.header("x-shopify-webhook-id");
    if (domain === undefined || id === undefined) return sendProblem(c, publicProblem({ code: "shop_unknown" }));
    const done = await receiveWebhook(deps, { topic, domain, id, body: body.value.toString("utf8") });
    return done.ok ? c.json({ outcome: done.value }) : sendProblem(c, publicProblem(done.reason));
  });
}

/** What the merchant's page asks. Each request carries a session token, so no cookie and no origin decides. */
function merchantDoors(deps: Deps, app: ShopifyApp): Hono<AppEnv> {
  const limit = limitRate(deps.now, { name: "shopify", burst: 120, perSecond: 2 });
  const refuse = (c: Context) => sendProblem(c, publicProblem({ code: "session_token_invalid" }));
  const quiet: MiddlewareHandler = async (c, next) => {
    c.header("Cache-Control", "no-store");
    await next();
  };
  return new Hono<AppEnv>()
    .post("/shopify/install", limit, quiet, async (c) => {
      const given = c.req.header("authorization");
      const session = await readSessionToken(app, given, deps.now());
      if (session === undefined) return refuse(c);
      const done = await installShop(deps, app, session.domain, given?.replace(/^Bearer /, "") ?? "");
      return done.ok ? c.body(null, 204) : sendProblem(c, publicProblem(done.reason));
    })
    .get("/shopify/overview", limit, quiet, async (c) => {
      const session = await readSessionToken(app, c.req.header("authorization"), deps.now());
      if (session === undefined) return refuse(c);
      const shop = await deps.shops.shopByDomain(session.domain);
      if (shop === undefined) return sendProblem(c, publicProblem({ code: "shop_unknown" }));
      const wanted = c.req.query("timeZone") ?? "UTC";
      return c.json(await overviewShop(deps, shop, isTimeZone(wanted) ? wanted : "UTC"));
    });
}
