import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { renderTheme } from "@ringtrail/storefront/testing";
import { launchBrowser } from "@tooling/harness";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveFiles, type FileSite } from "./serve-files.ts";
import { startRingtrail, type Ringtrail } from "./start-ringtrail.ts";

const shopScript = new URL("../../../apps/storefront/extensions/ringtrail/assets/ringtrail.js", import.meta.url);
const businessNumber = "(415) 555-0100";
const fromAd = "utm_source=google&utm_medium=cpc&utm_campaign=spring&utm_term=emergency+plumber&gclid=test-2";

let folder = "";
let shop: FileSite;
let ringtrail: Ringtrail;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "ringtrail-doors-"));
  const embed = { site: "demo", server: "" };
  shop = await serveFiles({
    "/": () =>
      renderTheme(
        { embed, phone: { number: "+1 415 555 0100", label: "Order by phone" } },
        '<script src="/shop.js"></script>',
      ),
    "/assets/ringtrail.js": () => readFile(shopScript, "utf8"),
    "/shop.js": () => visitorAgreed,
  });
  ringtrail = await startRingtrail({ dataFolder: folder, origins: [shop.url] });
  embed.server = ringtrail.url;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await ringtrail?.process.stop();
  await shop?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Shopify's page object of a visitor who said yes in the shop's banner. */
const visitorAgreed = `window.Shopify = { loadFeatures: (wanted, loaded) => setTimeout(() => {
  Shopify.customerPrivacy = { currentVisitorConsent: () => ({ analytics: "yes", marketing: "yes" }) };
  loaded();
}) };`;

test("9. the app embed swaps the number in a shop's theme, and leaves the SKU", async () => {
  const page = await browser.newPage();
  await page.goto(`${shop.url}/?${fromAd}`);
  // A server that took longer than 400 ms leaves the number that somebody looks at; the next page shows the visit's.
  const seen = async (): Promise<string | null> => {
    await page.reload();
    await page.waitForLoadState("networkidle");
    return page.textContent("#header-phone");
  };
  await expect.poll(seen, { timeout: 30_000 }).not.toBe(businessNumber);
  expect(await page.textContent("#header-phone")).toMatch(/^\(415\) 555-01\d\d$/);
  expect(await page.textContent("main li")).toContain("SKU 4155550100-K");
  await page.close();
});
