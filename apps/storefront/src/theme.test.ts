import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "@tooling/harness";
import { playApi, servePages } from "@ringtrail/snippet/testing";
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

const asset = (name: string): Promise<string> =>
  readFile(new URL(`../extensions/ringtrail/assets/${name}`, import.meta.url), "utf8");

/** Opens the shop; `shopScript` is what Shopify itself puts into the head. */
async function openShop(shopScript: string, path = "/", clinic?: readonly [pattern: string, group: string]) {
  const api = await playApi(clinic ? { regime: null, pages: [[...clinic]] } : { regime: "opt-in" });
  const embed = { site: "demo", server: api.url };
  const html = await renderTheme(
    {
      embed,
      phone: { number: "+1 415 555 0100", label: "Order by phone" },
      app: { clinic: clinic !== undefined },
    },
    "<script src=/shop.js></script>",
  );
  const files = {
    "/assets/ringtrail.js": await asset("ringtrail.js"),
    "/assets/ringtrail-pages.js": await asset("ringtrail-pages.js"),
    "/shop.js": shopScript,
  };
  const site = await servePages({ "/": html, ...files }, api.url);
  const page = await browser.newPage();
  cleanUps.push(() => page.close(), api.close, site.close);
  await page.goto(site.url + path);
  return { page, api, site };
}

/** Shopify's page object as its storefront has it; the consent API is there once it was asked for. */
function shopify(answers: object, more = ""): string {
  return `window.Shopify = { ${more} loadFeatures: (wanted, loaded) => setTimeout(() => {
    Shopify.customerPrivacy = { currentVisitorConsent: () => (${JSON.stringify(answers)}) };
    loaded();
  }) };`;
}

const yes = { analytics: "yes", marketing: "yes" };

test("a visitor who agreed sees a number of their own in the theme and in the app block; the SKU stays", async () => {
  const { page, api } = await openShop(shopify(yes), "/?fbclid=test-1");

  await expect.poll(() => page.textContent("#header-phone")).toBe("(415) 555-0123");

  expect(await page.getAttribute("#header-phone", "href")).toBe("tel:(415)555-0123");
  expect(await page.textContent(".ringtrail-phone-number")).toBe("+1 415 555 0123");
  expect(await page.getAttribute(".ringtrail-phone", "href")).toBe("tel:+14155550123");
  expect(await page.textContent("footer")).toContain("415.555.0123");
  expect(await page.textContent("main li")).toContain("SKU 4155550100-K");
  expect(api.swaps[0]?.page.url).toContain("fbclid=test-1");
  expect(api.refused).toEqual([]);
});

test("a visitor who refused sees the shop's own number and nothing is asked", async () => {
  const { page, api } = await openShop(shopify({ analytics: "no", marketing: "no" }));
  await page.waitForLoadState("networkidle");

  expect(await page.textContent("#header-phone")).toBe("(415) 555-0100");
  expect(api.swaps).toEqual([]);
});

test("a yes in the shop's banner takes effect without a reload", async () => {
  const { page } = await openShop(shopify({ analytics: "", marketing: "" }));
  await expect.poll(() => page.textContent("#header-phone")).toBe("(415) 555-0111");

  await page.evaluate((answers) => {
    const shop = (window as unknown as { Shopify: { customerPrivacy: object } }).Shopify;
    shop.customerPrivacy = { currentVisitorConsent: () => answers };
    document.dispatchEvent(new CustomEvent("visitorConsentCollected"));
  }, yes);

  await expect.poll(() => page.textContent("#header-phone")).toBe("(415) 555-0123");
});

test("a theme that carries another call tracker: it is told once, and not fought", async () => {
  const tracker =
    'document.head.append(Object.assign(document.createElement("script"), { src: "/cdn.callrail.com/swap.js" }));';
  const { page, api } = await openShop(`Math.random = () => 0; ${tracker} ${shopify(yes)}`);

  await expect.poll(() => page.textContent("#header-phone")).toBe("(415) 555-0123");

  await expect
    .poll(() => api.reports)
    .toEqual([{ site: "demo", version: expect.any(String) as string, kind: "tracker", what: "callrail.com" }]);
});

test("the theme editor costs no number", async () => {
  const { page, api } = await openShop(shopify(yes, "designMode: true,"));
  await page.waitForLoadState("networkidle");

  expect(await page.textContent("#header-phone")).toBe("(415) 555-0100");
  expect(api.swaps).toEqual([]);
});

test("a clinic's shop counts its pages by group, whatever was answered; another shop's page carries nothing for it", async () => {
  const { page, api } = await openShop(shopify({ analytics: "", marketing: "" }), "/?gclid=secret", ["^/$", "Front"]);
  await api.until(({ counted }) => counted.length > 0);

  await expect.poll(() => page.textContent("#header-phone")).toBe("(415) 555-0110");
  expect(api.counted.map(({ kind, group }) => [kind, group])).toEqual([["page", "Front"]]);
  expect(JSON.stringify([api.counted, api.referrers])).not.toContain("secret");
  const other = await openShop(shopify(yes));
  await expect.poll(() => other.page.textContent("#header-phone")).toBe("(415) 555-0123");
  expect(other.site.asked).not.toContain("/assets/ringtrail-pages.js");
});
