import { readFile } from "node:fs/promises";
import { launchBrowser } from "@tooling/harness";
import { playApi, servePages } from "@ringtrail/snippet/testing";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { aCart, type Cart } from "../testing/play-cart.ts";
import { renderTheme } from "../testing/render-theme.ts";

let browser: Awaited<ReturnType<typeof launchBrowser>>;
const cleanUps: (() => Promise<void>)[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

const asset = (name: string) => readFile(new URL(`../extensions/ringtrail/assets/${name}`, import.meta.url), "utf8");
const answers = (
  said: string,
  more = "",
) => `window.Shopify = { ${more} routes: { root: "/" }, loadFeatures: (w, loaded) => setTimeout(() => {
  Shopify.customerPrivacy = { currentVisitorConsent: () => ({ analytics: "${said}", marketing: "${said}" }) };
  loaded();
}) };`;

/** Opens the shop with a cart in which another app has written already. */
async function openShop(shopScript: string, hasCart = true): Promise<{ page: Page; cart: Cart }> {
  const api = await playApi({ regime: "opt-in" });
  const html = await renderTheme(
    { embed: { site: "demo", server: api.url }, phone: { number: "+1 415 555 0100", label: "" } },
    "<script src=/shop.js></script>",
  );
  const site = await servePages(
    {
      "/": html,
      "/assets/ringtrail.js": await asset("ringtrail.js"),
      "/assets/ringtrail-cart.js": await asset("ringtrail-cart.js"),
      "/shop.js": shopScript,
    },
    api.url,
  );
  const page = await (await browser.newContext()).newPage();
  const cart = await aCart(page, { gift: "yes" }, hasCart);
  cleanUps.push(() => page.context().close(), api.close, site.close);
  await page.goto(`${site.url}/?fbclid=test-1`);
  return { page, cart };
}
const answer = (page: Page, said: string) =>
  page.evaluate((choice) => {
    const shop = (window as unknown as { Shopify: { customerPrivacy: object } }).Shopify;
    shop.customerPrivacy = { currentVisitorConsent: () => ({ analytics: choice, marketing: choice }) };
    document.dispatchEvent(new CustomEvent("visitorConsentCollected"));
  }, said);
const visitIn = (page: Page) =>
  page.evaluate(() => (JSON.parse(localStorage["ringtrail"] ?? "{}") as { visit?: string }).visit);

test("the cart of a visitor who agreed names their visit, and keeps what other apps wrote", async () => {
  const { page, cart } = await openShop(answers("yes"));
  await expect.poll(() => page.textContent("#header-phone")).toBe("(415) 555-0123");

  await expect.poll(() => cart.attributes["_ringtrail_visit"]).toMatch(/^[0-9a-f-]{36}$/);

  expect(cart.attributes).toEqual({ gift: "yes", _ringtrail_visit: await visitIn(page) });
  expect(cart.written).toEqual([{ attributes: { _ringtrail_visit: await visitIn(page) } }]);
});

test("before an answer and after a no the cart is not even asked; a yes writes without a reload, a no takes it back", async () => {
  const { page, cart } = await openShop(answers(""));
  await expect.poll(() => page.textContent("#header-phone")).toBe("(415) 555-0111");
  expect(cart.asked).toBe(0);

  await answer(page, "yes");
  await expect.poll(() => cart.attributes["_ringtrail_visit"]).toMatch(/^[0-9a-f-]{36}$/);

  await answer(page, "no");
  await expect.poll(() => cart.attributes["_ringtrail_visit"]).toBe("");
  expect(cart.attributes["gift"]).toBe("yes");
  // The shop has the answer a moment before the page that gave it.
  await expect.poll(() => page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test("a shop without a cart loses nothing, and the theme editor writes into none", async () => {
  const broken = await openShop(answers("yes"), false);
  await expect.poll(() => broken.page.textContent("#header-phone")).toBe("(415) 555-0123");
  await expect.poll(() => broken.cart.asked).toBeGreaterThan(0);
  expect(broken.cart.written).toEqual([]);

  const editor = await openShop(answers("yes", "designMode: true,"));
  await editor.page.waitForLoadState("networkidle");
  expect(editor.cart.asked).toBe(0);
});

test("a section that comes into the theme editor is looked at once more", async () => {
  const { page } = await openShop(answers("yes", "designMode: true,"));
  await page.waitForLoadState("networkidle");

  const looked = await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { ringtrail: { swap: (node: Element) => seen.push(node.id) } });
    document.querySelector("#app-blocks")?.dispatchEvent(new Event("shopify:section:load", { bubbles: true }));
    return seen;
  });

  expect(looked).toEqual(["app-blocks"]);
});
