import { getRevenueReport, saveOrders } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { seedDemo } from "../src/seed/seed-demo.ts";
import { createApiKey } from "../src/workflows/create-api-key.ts";
import { aDatabase } from "./a-database.ts";
import { aServer } from "./a-running-server.ts";
import { appKeys, shopDomain, shopifyOrder, webhookHeaders } from "./a-shopify.ts";

const isLong = process.env["RINGTRAIL_TEST_ALL"] === "1";
const webhooks = isLong ? 10_000 : 100;
if (!isLong) console.log(`10,000 orders by webhook run in npm run test:all; here ${webhooks}`);

const [orders, inOne, atOnce] = [10_000, 200, 40];
const day = "2026-03-02";

test("ten thousand orders in a burst are kept by PostgreSQL, each once, and add up: told by a shop, and by Shopify's webhooks of which some come twice", async () => {
  const { url: databaseUrl } = await aDatabase();
  const { deps, url } = await aServer({ databaseUrl, shopify: { ...appKeys, adminUrl: "http://127.0.0.1:9" } });
  const carrier = { apiBase: "http://127.0.0.1:9", carrierAccount: "AC1", secret: "s" };
  const { account } = await seedDemo(deps.accounts, carrier, [url]);
  const [site] = await deps.directory.sitesOf(account);
  if (site === undefined) throw new Error("The demo has a site.");
  await deps.shops.connectShop(account, site.site, shopDomain);
  const wish = { account, name: "shop", scopes: ["calls:read", "orders:write"], actor: "cli" } as const;
  const { secret } = await createApiKey(deps, { ...wish, expiresAt: undefined });
  const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
  const revenue = async () => {
    const answer = await fetch(`${url}/v1/reports/revenue?from=${day}&to=${day}`, { headers });
    return getRevenueReport.response.parse(await answer.json()).total.web;
  };

  const tell = async (part: number) => {
    const told = Array.from({ length: inOne }, (_, nth) => {
      return { id: `${part * inOne + nth}`, placedAt: `${day}T11:00:00Z`, currency: "USD", amount: 1 };
    });
    const body = JSON.stringify({ shop: "kettle.example", orders: told });
    return (await fetch(`${url}/v1/orders`, { method: "POST", headers, body })).json();
  };
  const kept = await Promise.all(Array.from({ length: orders / inOne }, (_, part) => tell(part)));
  const added = kept.map((answer) => saveOrders.response.parse(answer).added);
  expect(added.reduce((sum, one) => sum + one, 0)).toBe(orders);
  expect(await revenue()).toEqual({ orders, revenue: orders });

  const outcomes = new Map<string, number>();
  const send = async (id: number) => {
    const body = shopifyOrder({ id, total_price: "2.00" });
    const signed = webhookHeaders("orders/create", body, { id: `w${id}` });
    const answer = await fetch(`${url}/shopify/webhooks`, { method: "POST", headers: signed, body });
    const { outcome } = (await answer.json()) as { readonly outcome: string };
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  };
  // Each tenth is sent twice, as Shopify does when an answer is late.
  const sent = Array.from({ length: webhooks }, (_, id) => (id % 10 === 0 ? [id, id] : [id])).flat();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let id = sent.shift(); id !== undefined; id = sent.shift()) await send(id);
    }),
  );
  expect(Object.fromEntries(outcomes)).toEqual({ done: webhooks, known: webhooks / 10 });
  expect(await revenue()).toEqual({ orders: orders + webhooks, revenue: orders + 2 * webhooks });
}, 900_000);
