import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { instant } from "@ringtrail/core";
import { renderTheme } from "@ringtrail/storefront/testing";
import { onTestFinished } from "vitest";
import { proxyQuery } from "./a-shopify.ts";

/** A visitor's answer in the shop's banner: Shopify says `yes`, `no`, or nothing. */
export type Answer = "yes" | "no" | "";

/** A shop as its visitors see it: our theme, a cart, and the path that Shopify forwards to our server, signed. */
export interface ThemeShop {
  readonly url: string;
  readonly cart: { attributes: Record<string, string>; readonly asked: () => number };
  answer: Answer;
}

/** Opens the shop. `embed` is what Shopify knows of the app: its metafields. */
export async function aThemeShop(
  server: string,
  embed: { readonly site: string; readonly server: string },
): Promise<ThemeShop> {
  let asked = 0;
  const shop = {
    url: "",
    cart: { attributes: { gift: "yes" } as Record<string, string>, asked: () => asked },
    answer: "" as Answer,
  };
  const asset = (name: string) => new URL(`../../storefront/extensions/ringtrail/assets/${name}`, import.meta.url);
  const http = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://shop");
    const send = (type: string, body: string) => response.writeHead(200, { "content-type": type }).end(body);
    if (url.pathname.startsWith("/apps/ringtrail/")) {
      const answer = await fetch(
        `${server}${url.pathname.replace("/apps/ringtrail", "/shopify/proxy")}?${proxyQuery(instant(Date.now()))}`,
        {
          method: request.method ?? "GET",
          // Shopify names the visitor's address and hands on no cookie.
          headers: {
            "content-type": request.headers["content-type"] ?? "text/plain",
            "user-agent": request.headers["user-agent"] ?? "",
            "x-forwarded-for": "203.0.113.7",
          },
          ...(request.method === "POST" ? { body: await bodyOf(request) } : {}),
        },
      );
      return void response
        .writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" })
        .end(await answer.text());
    }
    if (url.pathname === "/cart.js") {
      asked += 1;
      return void send("application/json", JSON.stringify({ attributes: shop.cart.attributes }));
    }
    if (url.pathname === "/cart/update.js") {
      const told = JSON.parse(await bodyOf(request)) as { readonly attributes: Record<string, string> };
      shop.cart.attributes = { ...shop.cart.attributes, ...told.attributes };
      return void send("application/json", JSON.stringify({ attributes: shop.cart.attributes }));
    }
    if (url.pathname === "/shop.js") return void send("text/javascript", shopifyObject(shop.answer));
    if (url.pathname.startsWith("/assets/")) {
      return void send("text/javascript", await readFile(asset(url.pathname.slice("/assets/".length)), "utf8"));
    }
    const phone = { number: "+1 415 555 0100", label: "Order by phone" };
    return void send(
      "text/html; charset=utf-8",
      await renderTheme({ embed, phone }, '<script src="/shop.js"></script>'),
    );
  });
  await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
  onTestFinished(() => new Promise<void>((closed) => void http.close(() => closed())));
  shop.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return shop;
}

/** What Shopify itself puts into every page of a shop, as far as an app may look at it. */
function shopifyObject(answer: Answer): string {
  const said = JSON.stringify({ analytics: answer, marketing: answer });
  return `window.Shopify = { routes: { root: "/" }, loadFeatures: (wanted, loaded) => setTimeout(() => {
    Shopify.customerPrivacy = { currentVisitorConsent: () => (${said}) };
    loaded();
  }) };`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString("utf8");
}
