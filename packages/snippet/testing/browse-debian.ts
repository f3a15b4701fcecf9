import { openDebianBrowser, type OpenBrowser } from "@tooling/harness";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { layPages, type LaidPages, type Visiting } from "./lay-pages.ts";

type Page = Awaited<ReturnType<OpenBrowser["browser"]["newPage"]>>;

/** A page that is open in a browser of Debian's, with the servers behind it. */
export interface DebianVisited extends LaidPages {
  readonly page: Page;
  /** The text of the first element that matches. */
  text(selector: string): Promise<string | null>;
}

/** What a group's tests work with. */
export interface DebianTests {
  /** Opens a page in a profile of its own. */
  readonly open: (visiting: Visiting) => Promise<DebianVisited>;
}

/** True in `npm run test:all`, where every browser is driven and nothing may be skipped. */
const runsEveryBrowser = process.env["RINGTRAIL_TEST_ALL"] === "1";

/**
 * A group of tests in a browser of Debian's. In the short run one line says that it is skipped, and so it does where the
 * browser cannot be had.
 *
 * @throws in `npm run test:all` where the browser cannot be had.
 */
export async function describeIn(
  name: Parameters<typeof openDebianBrowser>[0],
  tests: (given: DebianTests) => void,
): Promise<void> {
  if (!runsEveryBrowser) return skip(name, "npm run test:all runs it");
  const opened = await openDebianBrowser(name);
  if (typeof opened === "string") throw new Error(`No ${name} can be had, and this run may skip nothing: ${opened}`);
  const version = await opened.browser.version();
  console.log(`Driving ${version}`);
  describe(version, () => {
    const cleanUps: (() => Promise<unknown>)[] = [];
    afterEach(async () => {
      for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
    });
    afterAll(opened.close);
    tests({
      open: async (visiting) => {
        const { api, site } = await layPages(visiting);
        const context = await opened.browser.createBrowserContext();
        cleanUps.push(api.close, site.close, async () => {
          await context.close();
          expect(api.refused).toEqual([]);
        });
        const page = await context.newPage();
        if (visiting.before) await page.evaluateOnNewDocument(visiting.before);
        page.on("pageerror", (failure) => {
          // Firefox tells a picture that the page's policy stops as if a script had failed.
          if (!/Content-Security-Policy.*\(img-src\)/.test(String(failure)))
            api.refused.push(`page error: ${String(failure)}`);
        });
        await page.goto(site.url + (visiting.path ?? "/"));
        const text = (selector: string): Promise<string | null> =>
          page.evaluate((chosen) => document.querySelector(chosen)?.textContent ?? null, selector);
        return { page, api, site, text };
      },
    });
  });
}

function skip(name: string, why: string): void {
  console.log(`SKIP the pages in ${name}: ${why}`);
  test.runIf(false)(`the pages in ${name}`, () => undefined);
}
