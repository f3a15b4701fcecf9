import { getCallReport, getRevenueReport } from "@ringtrail/api-contract";
import { instant, type VisitId } from "@ringtrail/core";
import { launchBrowser } from "@tooling/harness";
import { expect, onTestFinished, test } from "vitest";
import { createApiKey } from "../src/workflows/create-api-key.ts";
import { aDatabase } from "./a-database.ts";
import { aCarrierFor, aServer } from "./a-running-server.ts";
import { demoShopDomain as domain } from "../src/demo/theme-shop/demo-shop.ts";
import { openThemeShop } from "../src/demo/theme-shop/open-theme-shop.ts";
import { appKeys, aShopify, sessionToken, shopifyOrder, webhookHeaders } from "./a-shopify.ts";
import { liveWords } from "./live-words.ts";

const own = "(415) 555-0100";
const fromMeta = "/?utm_source=facebook&utm_medium=paid_social&utm_campaign=Kettles&fbclid=test-1";
const caller = "+12065550123";

/** A server on a real database, the fake carrier, a fake Shopify, a connected shop, and the owner's key. */
async function aShopThatSells() {
  const { url: databaseUrl } = await aDatabase();
  const shopify = await aShopify();
  const server = await aServer({ databaseUrl, shopify: { ...appKeys, adminUrl: shopify.url } });
  const carrier = await aCarrierFor(server);
  const { account } = carrier.seeded;
  const site = (await server.deps.directory.sitesOf(account))[0];
  if (site === undefined) throw new Error("The demo has a site.");
  const folder = server.deps.server.served.theme;
  if (folder === undefined) throw new Error("The theme is built before the tests.");
  const shop = await openThemeShop(server, { account, secret: appKeys.secret, folder, wanted: 0 });
  onTestFinished(() => shop.stop());
  const scopes = ["calls:read", "costs:write", "orders:write", "sites:read", "sites:write"] as const;
  const { secret } = await createApiKey(server.deps, {
    account,
    name: "owner",
    scopes,
    expiresAt: undefined,
    actor: "cli",
  });
  const ask = async (path: string, body?: object, method = body === undefined ? "GET" : "POST") => {
    const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
    const answer = await fetch(server.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    expect(answer.ok, `${path}: ${answer.status}`).toBe(true);
    return answer.json() as Promise<unknown>;
  };
  const webhook = async (topic: string, body: string) => {
    const answer = await fetch(`${server.url}/shopify/webhooks`, {
      method: "POST",
      headers: webhookHeaders(topic, body, { domain }),
      body,
    });
    expect(answer.status).toBe(200);
  };
  return { server, carrier, shop, shopify, account, site: site.site, ask, webhook };
}

const placedNow = () => ({ created_at: new Date().toISOString(), updated_at: new Date().toISOString() });

test("from a Meta ad to revenue under its channel: swapped in the theme, called, ordered with the cart's visit and without it, shown to the merchant with a warning of another tracker, and taken back with the visitor's yes", async () => {
  console.log("App Bridge and Polaris are stubs here: they come from Shopify's own network");
  const { server, carrier, shop, shopify, account, site, ask, webhook } = await aShopThatSells();
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const merchant = await (await browser.newContext()).newPage();
  const blocks = [{ handle: "call-tracking", status: "available" }];
  await merchant.route("https://cdn.shopify.com/**", async (route) => {
    const token = await sessionToken(instant(Date.now()), {
      iss: `https://${domain}/admin`,
      dest: `https://${domain}`,
    });
    const bridge = `window.shopify = { idToken: async () => ${JSON.stringify(token)},
        app: { extensions: async () => [{ handle: "ringtrail", activations: ${JSON.stringify(blocks)} }] } };`;
    await route.fulfill({
      contentType: "text/javascript",
      body: route.request().url().includes("app-bridge") ? bridge : "",
    });
  });
  const seeMerchantPage = async () => {
    await merchant.goto(`${server.url}/shopify/app`);
    await merchant.waitForSelector("body[data-state]");
    return merchant.innerText("body");
  };

  // The merchant opens the app: it installs itself, and leads to the embed's switch.
  expect(await seeMerchantPage()).toContain("Call tracking is off in your theme.");
  expect(await merchant.getAttribute("#embed-link", "href")).toBe(
    `https://${domain}/admin/themes/current/editor?context=apps&template=index&activateAppId=test-key/call-tracking`,
  );
  // What the embed now reads is what the shop's pages carry.
  expect(shopify.configured()).toEqual({ site: "demo", server: "/apps/ringtrail" });

  // A visitor comes by the ad, and says nothing yet, then yes.
  const page = await (await browser.newContext()).newPage();
  const shown = () => page.textContent("#header-phone");
  const attributes = () =>
    page.evaluate(async () => {
      const cart = (await (await fetch("/cart.js")).json()) as { attributes: Record<string, string> };
      return cart.attributes;
    });
  // The theme carries another call tracker as well, and this page is the one in ten that says so.
  await page.addInitScript(() => {
    Math.random = () => 0.05;
    const add = (): void =>
      document.head.append(Object.assign(document.createElement("script"), { src: "/cdn.callrail.com/swap.js" }));
    document.addEventListener("readystatechange", add, { once: true });
  });
  const carried: string[] = [];
  page.on("request", (request) => carried.push(new URL(request.url()).pathname));
  await page.goto(shop.url + fromMeta);
  await page.waitForLoadState("networkidle");
  const before = await shown();
  expect(carried.filter((asked) => asked === "/cart/update.js")).toEqual([]);
  await page.evaluate(() => fetch("/cart/update.js", { method: "POST", body: '{"attributes":{"gift":"yes"}}' }));
  await page.click("#consent-yes");
  await expect
    .poll(async () => (await attributes())["_ringtrail_visit"], { timeout: 30_000 })
    .toMatch(/^[0-9a-f-]{36}$/);
  // A server that took longer than a moment leaves the number somebody looks at; the next page shows the visit's.
  await page.click('a[href="/products/tap"]');
  await expect.poll(shown, { timeout: 30_000 }).not.toBe(before);
  expect(await shown()).not.toBe(own);
  await page.click("main button");
  await page.getByText("Cart (1)").waitFor();

  // They call, and order: once in the shop, once at the desk, where the cart's visit is not known.
  const words = liveWords(server.deps.live, account);
  const number = `+1${((await shown()) ?? "").replace(/\D/g, "")}`;
  await carrier.call({ to: number, from: caller, talkSeconds: 5 });
  await words.until("call_matched");
  await ask(`/v1/sites/${site}/order-rules`, { windowDays: 7, matchesCallers: true }, "PUT");
  await page.goto(`${shop.url}/cart`);
  expect(await attributes()).toMatchObject({ gift: "yes", _ringtrail_visit: expect.any(String) as string });
  const visit = (await attributes())["_ringtrail_visit"] as VisitId;
  await page.click("#check-out:enabled");
  await page.getByText("Order #1001 is placed.").waitFor();
  // The pixel, in its sandbox, tells the visit that its checkout is finished; a page looked at again has finished nothing.
  const finished = async () => {
    const told = await server.deps.visits.story(account, visit);
    return told?.pages.filter(({ path }) => path === "/checkout/completed").length;
  };
  await expect.poll(finished, { timeout: 30_000 }).toBe(1);
  await page.reload({ waitUntil: "networkidle" });
  expect(await finished()).toBe(1);
  const draft = { source_name: "shopify_draft_order", note_attributes: [], customer: { phone: caller } };
  await webhook(
    "orders/create",
    shopifyOrder({ ...placedNow(), ...draft, id: 2, name: "#1002", total_price: "80.00" }),
  );

  const day = new Date().toISOString().slice(0, 10);
  const period = `from=2026-01-01&to=${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}`;
  const costs = [
    { day, source: "facebook", medium: "paid_social", campaign: "kettles", currency: "USD", amount: 40 },
    { day, source: "facebook", medium: "paid_social", campaign: "teapots", currency: "USD", amount: 10 },
  ];
  await ask("/v1/costs", { costs });
  const calls = getCallReport.response.parse(
    await ask(`/v1/reports/calls?${period.replace("2026-01-01", day)}&by=campaign`),
  );
  const kettles = calls.rows.find(({ name }) => name?.toLowerCase() === "kettles");
  const credit = kettles?.calls.mean ?? 0;
  // One call over 120 and 80 dollars, all but surely this visit's; forty dollars were paid for it.
  expect(credit).toBeGreaterThan(0.9);
  expect(kettles?.value.mean).toBeCloseTo(200 * credit, 6);
  expect(kettles?.costPerCall?.mean).toBeCloseTo(40 / credit, 6);
  expect(kettles?.roas?.mean).toBeCloseTo((200 * credit) / 40, 6);
  const revenue = getRevenueReport.response.parse(
    await ask(`/v1/reports/revenue?${period.replace("2026-01-01", day)}&by=channel`),
  );
  expect(revenue.total).toEqual({ phone: { orders: 2, revenue: 200 }, web: { orders: 0, revenue: 0 }, cost: 50 });
  expect(revenue.rows.find(({ name }) => name === "paid_social")?.phone.revenue.mean).toBeCloseTo(200 * credit, 6);

  // They take their yes back: the number and the cart are as before, and the next order is nobody's.
  await page.waitForFunction("Shopify.customerPrivacy");
  await page.evaluate(() => {
    const { Shopify } = window as unknown as { Shopify: { customerPrivacy: { setTrackingConsent(a: object): void } } };
    Shopify.customerPrivacy.setTrackingConsent({ analytics: false, marketing: false });
  });
  await expect.poll(shown).toBe(own);
  await expect.poll(async () => (await attributes())["_ringtrail_visit"] ?? "").toBe("");
  const after = Object.entries(await attributes()).map(([name, value]) => ({ name, value }));
  await webhook("orders/create", shopifyOrder({ ...placedNow(), note_attributes: after, id: 3, name: "#1003" }));

  blocks[0] = { handle: "call-tracking", status: "active" };
  const seen = await seeMerchantPage();
  expect(seen).toContain("Call tracking is on in your theme.");
  expect(seen).toMatch(/Social ads\s+\$\d{3}\.\d\d/);
  expect(seen).toMatch(/#1001\s.*by phone: the visit that called/);
  expect(seen).toMatch(/#1002\s.*by phone: the customer's number/);
  expect(seen).toMatch(/#1003\s.*on the web: no visit known/);
  expect(seen).toMatch(/Your shop's pages also load callrail\.com/);
  expect(seen).not.toMatch(/2065550123|ann@shop/);
}, 180_000);
