import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { launchBrowser } from "@tooling/harness";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveFiles, type FileSite } from "./serve-files.ts";
import { startRingtrail, type Ringtrail } from "./start-ringtrail.ts";

const promise = "the guides for shops do what they say, word for word";
const isLong = process.env["RINGTRAIL_TEST_ALL"] === "1";
if (!isLong) console.log(`SKIP (npm run test:all runs it): ${promise}`);

const root = fileURLToPath(new URL("../../../", import.meta.url));
const run = promisify(execFile);
const guide = (name: string) => readFileSync(path.join(root, "docs/guides", name), "utf8");
/** A guide's blocks of one language, in order. */
const blocks = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, block = ""]) => block);

describe.runIf(isLong)(promise, () => {
  let folder = "";
  let ringtrail: Ringtrail;
  let browser: Browser;
  let site: FileSite;
  let env: Record<string, string> = {};
  const sh = async (script: string) =>
    (await run("bash", ["-e", "-c", script], { cwd: root, env: { ...process.env, ...env } })).stdout;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "ringtrail-guides-"));
    browser = await launchBrowser();
    site = await serveFiles(Object.fromEntries(lines.map((html, nth) => [`/${nth + 1}`, () => pageWith(html)])));
    ringtrail = await startRingtrail({ dataFolder: folder, origins: [site.url] });
    env = { DATA_FOLDER: folder, LOG_LEVEL: "warn", RINGTRAIL: ringtrail.url };
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await ringtrail?.process.stop();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(path.join(root, "key.json"), { force: true });
  });

  test("shopify.md: the key, the shop, the orders and the rules", async () => {
    const [connect = "", see = "", rules = "", ...more] = blocks(guide("shopify.md"), "sh");
    expect(more).toEqual([]);
    const [makeKey = "", connectShop = ""] = connect.split(/\n(?=curl)/);
    await sh(makeKey);
    const { secret } = JSON.parse(readFileSync(path.join(root, "key.json"), "utf8")) as { readonly secret: string };
    env = { ...env, KEY: secret };
    const connected = JSON.parse(await sh(connectShop)) as { readonly site: string };
    expect(connected).toEqual({ domain: "copper-kettle.myshopify.com", site: expect.any(String) as string });
    env = { ...env, SITE: connected.site };

    expect(await sh(see)).toContain('"orders":[]');
    expect(JSON.parse(await sh(rules))).toEqual({ windowDays: 7, matchesCallers: true });
  }, 300_000);

  test("any-shop.md: an order, part of it back, all of it back, and the report", async () => {
    const [tell = "", change = "", see = "", ...more] = blocks(guide("any-shop.md"), "sh");
    expect(more).toEqual([]);

    expect(JSON.parse(await sh(tell))).toMatchObject({ added: 1, orders: [{ id: "1001", rule: "none" }] });
    expect(JSON.parse(await sh(see))).toMatchObject({ total: { web: { orders: 1, revenue: 120 } } });
    expect(await sh(change)).toMatch(/"replaced":1[\s\S]*"replaced":1/);
    expect(JSON.parse(await sh(see))).toMatchObject({ total: { web: { orders: 1, revenue: 0 } } });
  }, 120_000);

  const lines = blocks(guide("any-shop.md"), "html");
  const pageWith = (html: string) => {
    const answer = '<script>(window.ringtrail = window.ringtrail || []).push({ answer: "granted" });</script>';
    const body = '<p><a id="phone" href="tel:+14155550100">(415) 555-0100</a></p>';
    return `<!doctype html><head>${answer}${html.replaceAll("https://calls.example.com", ringtrail.url)}</head><body>${body}</body>`;
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
