import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "@tooling/harness";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cleanCheckout, type CleanCheckout } from "./clean-checkout.ts";
import { serveFiles, type FileSite } from "./serve-files.ts";

const promise = "the guides for shops do what they say, word for word, from a clean checkout";
const isLong = process.env["RINGTRAIL_TEST_ALL"] === "1";
if (!isLong) console.log(`SKIP (npm run test:all runs it): ${promise}`);

const root = fileURLToPath(new URL("../../../", import.meta.url));
const guide = (name: string) => readFileSync(path.join(root, "docs/guides", name), "utf8");
/** A guide's blocks of one language, in order. */
const blocks = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, block = ""]) => block);

/** The steps a guide says nobody can follow without a live Shopify account: what stands between the mark and the next block. */
const needsAccount = (text: string) =>
  [...text.matchAll(/^_Needs a live Shopify account\._ ([\s\S]*?)(?=\n#|\n```|$(?![\s\S]))/gm)].map(
    ([, step = ""]) => step,
  );

test("only what needs Shopify's own network is marked as needing a live account", () => {
  const steps = needsAccount(guide("shopify.md"));

  // Uploading the app, and opening it in Shopify's admin: token exchange, App Bridge and Polaris.
  expect(steps.length).toBe(2);
  expect(steps[0]).toContain("shopify.app.toml");
  expect(steps[1]).toContain("Install the app from its page at Shopify and open it");
  expect(needsAccount(guide("any-shop.md"))).toEqual([]);
});

describe.runIf(isLong)(promise, () => {
  let checkout: CleanCheckout;
  let server = "";
  let browser: Browser;
  let site: FileSite;
  const key = () => {
    const { secret } = JSON.parse(readFileSync(path.join(checkout.folder, "key.json"), "utf8")) as { secret: string };
    return secret;
  };

  beforeAll(async () => {
    checkout = await cleanCheckout();
    expect(existsSync(path.join(checkout.folder, "node_modules"))).toBe(false);
    // The keys of the app, as the guide has them given to the server.
    const settings = blocks(guide("shopify.md"), "text").find((block) => block.startsWith("SHOPIFY_API_KEY=")) ?? "";
    for (const [, name = ""] of settings.matchAll(/^(\w+)=…$/gm)) checkout.env[name] = `${name.toLowerCase()}-1`;
    expect(Object.keys(checkout.env)).toContain("SHOPIFY_API_SECRET");
    browser = await launchBrowser();
    site = await serveFiles(Object.fromEntries(lines.map((html, nth) => [`/${nth + 1}`, () => pageWith(html)])));
    server = await checkout.start([site.url]);
    checkout.env["RINGTRAIL"] = server;
  }, 1_500_000);

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    // A hundred thousand small files: on a busy machine their removal takes minutes.
    await checkout?.remove();
  }, 900_000);

  test("shopify.md: the key, the shop, the orders and the rules", async () => {
    const [connect = "", see = "", rules = "", ...more] = blocks(guide("shopify.md"), "sh");
    expect(more).toEqual([]);
    const [makeKey = "", connectShop = ""] = connect.split(/\n(?=curl)/);
    await checkout.sh(makeKey);
    checkout.env["KEY"] = key();
    const connected = JSON.parse(await checkout.sh(connectShop)) as { readonly site: string };
    expect(connected).toEqual({ domain: "copper-kettle.myshopify.com", site: expect.any(String) as string });
    checkout.env["SITE"] = connected.site;

    expect(await checkout.sh(see)).toContain('"orders":[]');
    expect(JSON.parse(await checkout.sh(rules))).toEqual({ windowDays: 7, matchesCallers: true });
    // The app's doors are open with these keys, and closed to whoever has others.
    const refused = await fetch(`${server}/shopify/webhooks`, { method: "POST", body: "{}" });
    expect([refused.status, await refused.json()]).toMatchObject([401, { code: "shopify_signature_invalid" }]);
  }, 300_000);

  test("any-shop.md: an order, part of it back, all of it back, and the report", async () => {
    const [tell = "", change = "", see = "", ...more] = blocks(guide("any-shop.md"), "sh");
    expect(more).toEqual([]);

    expect(JSON.parse(await checkout.sh(tell))).toMatchObject({ added: 1, orders: [{ id: "1001", rule: "none" }] });
    expect(JSON.parse(await checkout.sh(see))).toMatchObject({ total: { web: { orders: 1, revenue: 120 } } });
    expect(await checkout.sh(change)).toMatch(/"replaced":1[\s\S]*"replaced":1/);
    expect(JSON.parse(await checkout.sh(see))).toMatchObject({ total: { web: { orders: 1, revenue: 0 } } });
  }, 120_000);

  const lines = blocks(guide("any-shop.md"), "html");
  const pageWith = (html: string) => {
    const answer = '<script>(window.ringtrail = window.ringtrail || []).push({ answer: "granted" });</script>';
    const body = '<p><a id="phone" href="tel:+14155550100">(415) 555-0100</a></p>';
    return `<!doctype html><head>${answer}${html.replaceAll("https://calls.example.com", server)}</head><body>${body}</body>`;
  };

  test.each(lines.map((_, nth) => nth + 1))(
    "any-shop.md: line %i swaps the number of a page",
    async (nth) => {
      const page = await (await browser.newContext()).newPage();
      // A server that took longer than a moment leaves the number that somebody looks at; the next page shows the visit's.
      const shown = async () => {
        await page.goto(`${site.url}/${nth}?utm_source=facebook&utm_medium=paid_social`);
        await page.waitForLoadState("networkidle");
        return page.textContent("#phone");
      };
      await expect.poll(shown, { timeout: 90_000 }).toMatch(/^\(415\) 555-01(?!00)\d\d$/);
    },
    120_000,
  );
});
