import { launchBrowser } from "@tooling/harness";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { layPages, type LaidPages, type Visiting } from "./lay-pages.ts";

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
export type Page = Awaited<ReturnType<Browser["newPage"]>>;
export type { Visiting };

/** A page that is open, with the servers behind it. */
export interface Visited extends LaidPages {
  readonly page: Page;
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

  return async (visiting) => {
    const { api, site } = await layPages(visiting);
    const context = await browser.newContext();
    if (visiting.before) await context.addInitScript(visiting.before);
    cleanUps.push(api.close, site.close, async () => {
      await context.close();
      expect(api.refused).toEqual([]);
    });
    const page = await context.newPage();
    page.on("pageerror", (failure) => api.refused.push(`page error: ${failure.message}`));
    if (visiting.hasClock) await page.clock.install();
    await page.goto(site.url + (visiting.path ?? "/"));
    return { page, api, site };
  };
}
