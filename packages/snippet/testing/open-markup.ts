import { launchBrowser } from "@tooling/harness";
import { afterAll, beforeAll } from "vitest";
import type { Page } from "./browse.ts";
import { layPages } from "./lay-pages.ts";
import { asParsedHere, markupReady, markupVisiting, readBackHere } from "./markup/visiting.ts";

/** What a table's line needs of the living page. */
export interface MarkupPage {
  /** Adds the markup to the living page and reads it back, as the next script on the page would. */
  readBack(html: string): Promise<string>;
  /** What a browser makes of the markup when nobody touches it. */
  asParsed(html: string): Promise<string>;
}

/** Opens one page in a real Chromium for a whole table; each line replaces its content. */
export function openMarkup(): MarkupPage {
  let page: Page;
  const cleanUps: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const { api, site } = await layPages(markupVisiting());
    const browser = await launchBrowser();
    cleanUps.push(() => browser.close(), api.close, site.close);
    page = await browser.newPage();
    await page.goto(site.url);
    await page.getByText(markupReady).waitFor();
  });
  afterAll(async () => {
    for (const cleanUp of cleanUps) await cleanUp();
  });

  return {
    readBack: (html) => page.evaluate(readBackHere, html),
    asParsed: (html) => page.evaluate(asParsedHere, html),
  };
}
