import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { day, type VisitId } from "@ringtrail/core";
import { aSite } from "@ringtrail/core/testing";
import { launchBrowser } from "@tooling/harness";
import { expect, onTestFinished, test, vi } from "vitest";
import { aTestApp } from "./test-app.ts";

// A real browser, the built script and the real app. Names under .localhost are this machine, and browsers take
// shop.localhost for a registrable domain: its sub-domains may share a cookie.
vi.setConfig({ testTimeout: 120_000 });

const snippet = fileURLToPath(new URL("../../../packages/snippet/dist", import.meta.url));

async function aSiteOnTwoSubDomains() {
  const app = await aTestApp({ slices: ["any", "any", "any"] }, ({ server }) => ({
    server: { ...server, served: { ...server.served, snippet } },
  }));
  const { shop, world } = app;
  const api = await listening((done) => serve({ fetch: app.app.fetch, port: 0, hostname: "127.0.0.1" }, done));
  const target = (await world.directory.siteByKey(shop.siteKey))?.targets[0]?.e164 ?? "";
  const script = `<script src="http://calls.shop.localhost:${api}/snippet/latest/ringtrail.js" data-site="${shop.siteKey}"></script>`;
  const pages = createServer(({ url }, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    const ours = url === "/without-us" ? "" : script;
    response.end(`<!doctype html><title>Shop</title>${ours}<a id="call" href="tel:${target}">call</a>`);
  });
  const port = await listening((done) => pages.listen(0, "127.0.0.1", () => done(pages.address() as never)));
  onTestFinished(() => void pages.close());
  const origin = (name: string) => `http://${name}.shop.localhost:${port}`;
  const origins = ["www", "book"].map(origin);
  await world.accounts.saveSite(shop.account, { ...aSite(shop.siteKey), origins });
  return { app, origin, target };
}

function listening(
  start: (done: (address: { readonly port: number }) => void) => { close(): unknown },
): Promise<number> {
  return new Promise((resolve) => {
    const server = start(({ port }) => resolve(port));
    onTestFinished(() => void server.close());
  });
}

test("a visitor is one on two sub-domains and days later, and nobody once the yes is taken back", async () => {
  const { app, origin, target } = await aSiteOnTwoSubDomains();
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext();
  const page = await context.newPage();
  const cookies = async () => (await context.cookies()).filter(({ name }) => name.startsWith("ringtrail"));
  /** Opens a page, agrees, and answers the number shown and what the browser keeps. */
  const agree = async (name: string, path: string) => {
    await page.goto(origin(name) + path);
    expect(await page.evaluate(() => document.querySelector("a")?.getAttribute("href"))).toBe(`tel:${target}`);
    await page.evaluate(() => (globalThis as unknown as { ringtrail: Answers }).ringtrail.consent("granted"));
    await page.waitForFunction((own) => document.querySelector("a")?.getAttribute("href") !== own, `tel:${target}`);
    const href = await page.evaluate(() => document.querySelector("a")?.getAttribute("href"));
    const kept = await page.evaluate(() => localStorage.getItem("ringtrail") ?? "{}");
    const { visitor, visit } = JSON.parse(kept) as { readonly visitor: string; readonly visit: VisitId };
    return { href, visitor, visit };
  };

  await page.goto(origin("www"));
  expect(await cookies()).toEqual([]);
  const first = await agree("www", "/");
  expect(await cookies()).toMatchObject([
    { name: `ringtrail_${app.shop.siteKey}`, domain: ".shop.localhost", httpOnly: true, sameSite: "Lax" },
  ]);
  const second = await agree("book", "/times");
  expect(second).toEqual(first);
  const story = await app.world.visits.story(app.shop.account, first.visit);
  expect(story?.pages.map(({ path }) => path)).toEqual(["/", "/times"]);

  // What scripts stored is gone after a week, as Safari does it; what the server set is not.
  app.clock.pass(8 * day);
  await page.goto(origin("book") + "/without-us");
  await page.evaluate(() => localStorage.clear());
  const later = await agree("book", "/");
  expect(later.visitor).toBe(first.visitor);
  expect(later.visit).not.toBe(first.visit);

  await page.evaluate(() => (globalThis as unknown as { ringtrail: Answers }).ringtrail.consent("denied"));
  await vi.waitFor(async () => expect(await cookies()).toEqual([]), { timeout: 30_000 });
  expect(await page.evaluate(() => [document.cookie, localStorage.getItem("ringtrail")])).toEqual(["", null]);
  expect(await page.evaluate(() => document.querySelector("a")?.getAttribute("href"))).toContain("tel:");
});

interface Answers {
  readonly consent: (choice: "granted" | "denied") => void;
}
