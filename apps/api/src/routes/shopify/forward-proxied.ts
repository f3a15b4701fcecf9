import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { sendProblem } from "../../http/problem.ts";
import { publicProblem } from "../../http/public-problem.ts";
import { readBytes } from "../../http/read-body.ts";
import { readShopDomain, type ShopifyApp } from "../../shopify/shopify-app.ts";
import { isSignedProxy } from "../../shopify/signed-by-shopify.ts";
import { snippetDoors } from "../public-routes.ts";

/** What a shop's page may ask through its own path. */
const forwarded =
  /^\/(v1\/(swap|beacon|report|sites\/[\w-]{1,64}\/(config|page-counts|ringtrail\.js))|snippet\/[\w.-]{1,60}\/ringtrail(-debug|-pages)?\.js)$/;
const longestBody = 64 * 1024;
/** From the doors to this one and no further: nothing may be written down of when this page asked. */
const ofClinic = "x-ringtrail-of-clinic";

/**
 * A shop's own path that leads to us: `https://shop/apps/ringtrail/v1/swap` arrives as `/shopify/proxy/v1/swap`, signed by
 * Shopify. Blockers of foreign hosts let it through, and no origin has to be listed: the signature says whose page asks.
 *
 * Shopify takes cookies out on both ways. What a browser or a visitor's memory would say stands in the request itself.
 */
export function forwardProxied(deps: Deps, { secret }: ShopifyApp): Hono<AppEnv> {
  const doors = new Hono<AppEnv>();
  doors.use(async (c, next) => {
    c.set("requestId", c.req.header("x-request-id") ?? "");
    // Shopify signs the address and not the headers; who could send us this has the signature from Shopify.
    c.set("clientAddress", c.req.header("x-ringtrail-client"));
    c.set("isProxied", false);
    c.set("host", "");
    await next();
    if (c.get("isClinicsPage") === true) c.header(ofClinic, "yes");
  });
  doors.route("/", snippetDoors(deps));
  return new Hono<AppEnv>().all("/shopify/proxy/*", async (c) => {
    const url = new URL(c.req.url);
    const domain = readShopDomain(url.searchParams.get("shop") ?? undefined);
    if (domain === undefined || !isSignedProxy(secret, url.searchParams, deps.now())) {
      return sendProblem(c, publicProblem({ code: "shopify_signature_invalid" }));
    }
    const path = url.pathname.replace("/shopify/proxy", "");
    if (!forwarded.test(path)) return sendProblem(c, publicProblem({ code: "not_found" }));
    if ((await deps.shops.shopByDomain(domain)) === undefined) {
      return sendProblem(c, publicProblem({ code: "shop_unknown" }));
    }
    const body = await readBytes(c, longestBody);
    if (!body.ok) return sendProblem(c, publicProblem(body.reason));
    const isBodiless = c.req.method === "GET" || c.req.method === "HEAD";
    const answer = await doors.request(path, {
      method: c.req.method,
      headers: headersOf(c.req.raw.headers, new URL(deps.server.publicUrl).origin, c.get("clientAddress")),
      ...(isBodiless ? {} : { body: body.value }),
    });
    const headers = new Headers(answer.headers);
    headers.delete("set-cookie");
    if (headers.has(ofClinic)) c.set("isClinicsPage", true);
    headers.delete(ofClinic);
    return new Response(answer.body, { status: answer.status, headers });
  });
}

/** What of a forwarded request the doors may hear: no cookie, and our own origin, which the signature stands for. */
function headersOf(given: Headers, origin: string, connected: string | undefined): Headers {
  const headers = new Headers({ origin });
  for (const name of ["content-type", "user-agent", "sec-gpc", "if-none-match", "sec-purpose"]) {
    const value = given.get(name);
    if (value !== null) headers.set(name, value);
  }
  const visitor = given.get("x-forwarded-for")?.split(",")[0]?.trim() ?? connected;
  if (visitor !== undefined && /^[\d.:a-fA-F]{2,45}$/.test(visitor)) headers.set("x-ringtrail-client", visitor);
  return headers;
}
