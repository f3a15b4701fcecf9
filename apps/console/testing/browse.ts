import { fileURLToPath } from "node:url";
import { playedPerson, startContractServer, type ContractServer } from "@ringtrail/admin-screens/testing";
import { launchBrowser } from "@tooling/harness";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";

/** The built console. */
export const builtConsole: string = fileURLToPath(new URL("../dist", import.meta.url));

/** What every test of a person's path has: a played server of its own, and pages of a real Chromium. */
export interface Desk {
  readonly server: () => ContractServer;
  /** Opens the console in this test's browser profile. `place` is the part after `#`. */
  readonly open: (place?: string) => Promise<Page>;
  /** Opens the console and signs in. */
  readonly openSignedIn: (place?: string) => Promise<Page>;
}

/**
 * Sets a desk up for every test of a file. After each test it checks that the strict content security policy refused
 * nothing and that no error went unhandled.
 */
export function atADesk(): Desk {
  let browser: Browser;
  let server: ContractServer;
  let context: BrowserContext;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    complaints.length = 0;
    server = await startContractServer({ console: builtConsole });
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
  });
  afterEach(async () => {
    await context.close();
    await server.close();
    expect(complaints).toEqual([]);
  });

  const open = async (place = ""): Promise<Page> => {
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(`${server.url}/console/${place === "" ? "" : `#${place}`}`);
    return page;
  };
  return {
    server: () => server,
    open,
    openSignedIn: async (place) => {
      const page = await open(place);
      await page.fill("[name=email]", playedPerson.email);
      await page.fill("[name=password]", playedPerson.password);
      await page.click("button[type=submit]");
      await page.locator(".cs-nav").waitFor();
      return page;
    },
  };
}
