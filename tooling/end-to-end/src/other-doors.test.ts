import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { renderTheme } from "@ringtrail/storefront/testing";
import { launchBrowser } from "@tooling/harness";
import { startWordPress, type WordPress } from "@tooling/wordpress-harness";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callReport, placeCall } from "./fake-call.ts";
import { serveFiles, type FileSite } from "./serve-files.ts";
import { runCommand, startRingtrail, type Ringtrail } from "./start-ringtrail.ts";

const pluginZip = fileURLToPath(new URL("../../../apps/wordpress/dist/ringtrail.zip", import.meta.url));
const shopScript = new URL("../../../apps/storefront/extensions/ringtrail/assets/ringtrail.js", import.meta.url);
const businessNumber = "(415) 555-0100";
const fromAd = "utm_source=google&utm_medium=cpc&utm_campaign=spring&utm_term=emergency+plumber&gclid=test-2";

let folder = "";
let wordpress: WordPress;
let shop: FileSite;
let ringtrail: Ringtrail;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "ringtrail-doors-"));
  wordpress = await startWordPress({ plugin: { zip: pluginZip, slug: "ringtrail" } });
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
  ringtrail = await startRingtrail({ dataFolder: folder, origins: [wordpress.url, shop.url] });
  embed.server = ringtrail.url;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await ringtrail?.process.stop();
  await shop?.close();
  await wordpress?.stop();
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

test("9. the plugin's zip carries the snippet to a WordPress page, and wp-admin lists the call with its source", async () => {
  const key = JSON.parse(
    await runCommand(folder, ["keys", "create", "--name", "wordpress", "--scopes", "calls:read,pools:read", "--json"]),
  );
  const settings = JSON.stringify({ server: ringtrail.url, site_key: "demo", api_key: key.secret });
  const contact = await wordpress.runPhp(`
    update_option( 'ringtrail', json_decode( '${settings}', true ) );
    echo get_permalink( wp_insert_post( array(
      'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Contact', 'post_name' => 'contact',
      'post_content' => '<p>Call <a id="phone" href="tel:+14155550100">${businessNumber}</a></p>',
    ) ) );
  `);
  const html = await (await fetch(contact)).text();
  expect(html).toContain("ringtrail");
  expect(html).toContain(businessNumber);

  const page = await browser.newPage();
  await page.goto(`${contact}${contact.includes("?") ? "&" : "?"}${fromAd}`);
  await expect.poll(() => page.textContent("#phone"), { timeout: 20_000 }).not.toBe(businessNumber);
  const shown = `+1${((await page.textContent("#phone")) ?? "").replace(/\D/g, "")}`;
  await page.close();

  const sid = await placeCall(ringtrail.fakeCarrier, {
    to: shown,
    from: "+12125550166",
    talkSeconds: 4,
    ringSeconds: 2,
  });
  await callReport(ringtrail.fakeCarrier, sid);
  const admin = await (await browser.newContext()).newPage();
  await admin.goto(`${wordpress.url}/wp-login.php`);
  await admin.fill("#user_login", "admin");
  await admin.fill("#user_pass", "password");
  await admin.click("#wp-submit");
  await admin.goto(`${wordpress.url}/wp-admin/admin.php?page=ringtrail`);
  await admin.locator("tbody tr").first().waitFor({ timeout: 30_000 });
  expect(await admin.locator("tbody tr").first().innerText()).toMatch(/google/i);
});
