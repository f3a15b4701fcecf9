import { launchBrowser } from "@tooling/harness";
import { afterAll, beforeAll } from "vitest";
import type { Page } from "./browse.ts";
import { aSource, aTarget, playApi } from "./play-api.ts";
import { servePages } from "./serve-pages.ts";

/** The business's numbers in the tables of markup, and what stands for them. The second takes text messages as well. */
const numbers: readonly (readonly [own: string, shown: string])[] = [
  ["+14155550100", "+14155550123"],
  ["+18005550199", "+18885550142"],
  ["+442079460000", "+442079460777"],
  ["+4930123456", "+49891234567"],
  ["+33142685300", "+33142685377"],
  ["+78005550100", "+78005550177"],
  ["+390612345678", "+390612345699"],
  ["+61291234567", "+61291234599"],
  ["+966112345678", "+966112345699"],
  ["+18003569377", "+18885550188"],
];

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
    const idOf = (index: number): string => `0198c0de-0000-7000-8000-0000000000${10 + index}`;
    const source = aSource("all", [{}], Object.fromEntries(numbers.map(([, shown], index) => [idOf(index), shown])));
    const texting = source.numbers[1];
    if (texting) texting.takes = ["sms", "whatsapp"];
    const targets = numbers.map(([own], index) => aTarget(idOf(index), own));
    const api = await playApi({ regime: "opt-in", targets, sources: [source] });
    const settings = JSON.stringify({ site: "demo", server: api.url, places: [["[data-phone]", "data-phone"]] });
    const script = `<script type="application/json" id="ringtrail-config">${settings}</script><script async src="${api.url}/snippet/latest/ringtrail.js"></script>`;
    const site = await servePages({ "/": `${script}<p id="ready">415-555-0100</p><main></main>` }, api.url);
    const browser = await launchBrowser();
    cleanUps.push(() => browser.close(), api.close, site.close);
    page = await browser.newPage();
    await page.goto(site.url);
    await page.getByText("415-555-0123").waitFor();
  });
  afterAll(async () => {
    for (const cleanUp of cleanUps) await cleanUp();
  });

  return {
    readBack: (html) =>
      page.evaluate(async (markup) => {
        const main = document.querySelector("main") ?? document.body;
        main.replaceChildren(document.createRange().createContextualFragment(markup));
        // Ours is done before the page is painted; on a busy machine what costs too much waits one frame.
        await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
        return main.innerHTML;
      }, html),
    asParsed: (html) =>
      page.evaluate((markup) => {
        const aside = document.implementation.createHTMLDocument("").body;
        aside.append(document.createRange().createContextualFragment(markup));
        return aside.innerHTML;
      }, html),
  };
}
