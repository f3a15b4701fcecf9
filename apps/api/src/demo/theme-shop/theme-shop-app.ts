import { randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import type { AppEnv } from "../../app-env.ts";
import { readJson } from "../../http/read-json.ts";
import { sendFile } from "../../http/send-file.ts";
import { serveFolder } from "../../http/serve-folder.ts";
import type { ShopCarts } from "./shop-carts.ts";
import { signedQuery, webhookHeaders } from "./sign-as-shopify.ts";

/** Where the shop's pages lie, and the server that it tells of its orders as Shopify would. */
export interface ThemeShopGround {
  readonly folder: string;
  readonly carts: ShopCarts;
  /** Where our server listens, and where it believes to be. */
  readonly server: { readonly url: string; readonly publicUrl: string };
  /** The app's secret, which signs everything. */
  readonly secret: string;
}

const Added = z.object({ id: z.string().max(40) });
const Described = z.object({ attributes: z.record(z.string().max(100), z.string().max(200)) });

/** What Shopify does for a shop: its pages, its cart, the path it forwards, and the word of an order. */
export function themeShopApp({ folder, carts, server, secret }: ThemeShopGround): Hono<AppEnv> {
  const read = serveFolder(folder);
  let orders = 0;
  return new Hono<AppEnv>()
    .get("/cart.js", (c) => c.json(carts.show(cartOf(c))))
    .post("/cart/add.js", async (c) => {
      const wish = await readJson(c, Added);
      if (wish.ok) carts.add(cartOf(c), wish.value.id);
      return c.json(carts.show(cartOf(c)), wish.ok ? 200 : 422);
    })
    .post("/cart/update.js", async (c) => {
      const wish = await readJson(c, Described);
      if (wish.ok) carts.describe(cartOf(c), wish.value.attributes);
      return c.json(carts.show(cartOf(c)), wish.ok ? 200 : 422);
    })
    .post("/checkout", async (c) => {
      const cart = cartOf(c);
      const { total_price: cents, attributes } = carts.show(cart);
      if (cents === 0) return c.redirect("/cart", 303);
      orders += 1;
      const now = new Date();
      const order = {
        id: now.getTime() * 100 + (orders % 100),
        name: `#${1_000 + orders}`,
        created_at: now.toISOString(),
        updated_at: now.toISOString(),
        currency: "USD",
        total_price: (cents / 100).toFixed(2),
        source_name: "web",
        note_attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
      };
      const body = JSON.stringify(order);
      const headers = webhookHeaders(secret, "orders/create", body);
      await fetch(`${server.url}/shopify/webhooks`, { method: "POST", headers, body });
      carts.finish(cart, order.id);
      return c.redirect(`/thanks?order=${encodeURIComponent(order.name)}`, 303);
    })
    .get("/checkout/finished.js", (c) => {
      const finished = carts.takeFinished(cartOf(c));
      return finished === undefined ? c.text("No checkout was finished since you last asked.", 404) : c.json(finished);
    })
    .post("/demo/call", async (c) => {
      // The shop's button rings as the plain demo's does; the server hears its own page. Other pages ring nobody.
      if (c.req.header("origin") !== new URL(c.req.url).origin) return c.text("Only the shop's own page rings.", 403);
      const headers = { "content-type": "application/json", origin: new URL(server.publicUrl).origin };
      return handOn(await fetch(`${server.url}/demo/call`, { method: "POST", headers, body: await c.req.text() }));
    })
    .all("/apps/ringtrail/*", (c) => forward(c, server.url, secret))
    .get("*", async (c) => {
      const asked = c.req.path === "/" ? "index" : c.req.path.slice(1);
      const file = await read(asked.includes(".") ? asked : `${asked}.html`);
      return file === undefined ? c.text("There is no such page in this shop.", 404) : sendFile(c, file);
    });
}

/** Shopify forwards a path of the shop's own: signed, with the visitor's address, and without any cookie. */
async function forward(c: Context<AppEnv>, url: string, secret: string): Promise<Response> {
  const path = c.req.path.replace("/apps/ringtrail", "/shopify/proxy");
  const headers = new Headers({ "x-forwarded-for": "127.0.0.1" });
  for (const name of ["content-type", "user-agent", "sec-gpc", "if-none-match", "sec-purpose"]) {
    const value = c.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  const { method } = c.req;
  const body = method === "GET" || method === "HEAD" ? {} : { body: await c.req.arrayBuffer() };
  return handOn(await fetch(`${url}${path}?${signedQuery(secret, Date.now())}`, { method, headers, ...body }));
}

/** An answer as it is handed on: unpacked, so what said how it was packed is gone. */
function handOn(answer: Response): Response {
  const headers = new Headers();
  for (const name of ["content-type", "cache-control", "etag"]) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers });
}

function cartOf(c: Context<AppEnv>): string {
  const known = getCookie(c, "shop_cart");
  if (known !== undefined && /^[\w-]{36}$/.test(known)) return known;
  const key = randomUUID();
  setCookie(c, "shop_cart", key, { httpOnly: true, sameSite: "Lax", path: "/" });
  return key;
}
