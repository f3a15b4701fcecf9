import { launchBrowser } from "@tooling/harness";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { playApi, type PlayedApi } from "./play-api.ts";
import { servePages, type PageServer } from "./serve-pages.ts";

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
export type Page = Awaited<ReturnType<Browser["newPage"]>>;

/** What a test's page is made of. */
export interface Visiting {
  /** The body of the page at `/`. */
  readonly body: string;
  /** What stands in the head instead of an async script tag; told the API's address. */
  readonly head?: string | ((api: string) => string);
  /** Other pages by their path. */
  readonly pages?: Readonly<Record<string, string>>;
  readonly config?: Parameters<typeof playApi>[0];
  /** What is opened first. Default `/`. */
  readonly path?: string;
  /** Runs in the page before anything else. */
  readonly before?: () => void;
  /** The pages' Content-Security-Policy, for the API at this address. */
  readonly policy?: (api: string) => string;
  /** Changes the played server before the page is opened. */
  readonly arrange?: (api: PlayedApi) => void;
}

/** A page that is open, with the servers behind it. */
export interface Visited {
  readonly page: Page;
  readonly api: PlayedApi;
  readonly site: PageServer;
}

/** Opens pages in one real Chromium for a whole test file; each test gets a browser profile of its own. */
export function browse(): (visiting: Visiting) => Promise<Visited> {
  let browser: Browser;
  const cleanUps: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  });

  return async ({ body, head, pages = {}, config, path = "/", before, arrange, policy }) => {
    const api = await playApi(config);
    arrange?.(api);
    const snippet = `<script async src="${api.url}/snippet/latest/ringtrail.js" data-site="demo"></script>`;
    const inHead = typeof head === "function" ? head(api.url) : head || snippet;
    const wrap = (inner: string): string =>
      `<!doctype html><html><head><title>A page</title>${inHead}</head><body>${inner}</body></html>`;
    const all = Object.entries({ "/": body, ...pages }).map(([at, inner]) => [
      at,
      at.endsWith(".js") ? inner : wrap(inner),
    ]);
    const site = await servePages(Object.fromEntries(all) as Record<string, string>, api.url, policy?.(api.url));
    const context = await browser.newContext();
    if (before) await context.addInitScript(before);
    cleanUps.push(api.close, site.close, async () => {
      await context.close();
      expect(api.refused).toEqual([]);
    });
    const page = await context.newPage();
    page.on("pageerror", (failure) => api.refused.push(`page error: ${failure.message}`));
    await page.goto(site.url + path);
    return { page, api, site };
  };
}
