import { expect, test } from "vitest";
import { findChromium, launchBrowser, ordinaryAgent, unpackChromium } from "./index.ts";

test("the Chromium inside the npm package starts and runs a page, whatever else is installed", async () => {
  const npmBuild = await unpackChromium();
  const browser = await launchBrowser({ build: npmBuild });
  const page = await browser.newPage();

  await page.setContent("<h1>Call us</h1>");
  const height = await page.locator("h1").evaluate((heading) => heading.getBoundingClientRect().height);
  const picture = await page.screenshot();

  expect(npmBuild.from).toBe("npm");
  expect(height).toBeGreaterThan(0);
  expect(picture.byteLength).toBeGreaterThan(1_000);
  await browser.close();
});

test.each([
  ["an ordinary browser says it is desktop Chrome", "ordinary", ordinaryAgent],
  ["a headless one says so, as bot lists expect", "headless", expect.stringContaining("Headless")],
] as const)("%s", async (_promise, agent, expected) => {
  const browser = await launchBrowser({ agent });
  const page = await browser.newPage();

  const said = await page.evaluate(() => navigator.userAgent);

  expect(said).toEqual(expected);
  await browser.close();
});

test("a CHROMIUM that is not there is named, not silently replaced", async () => {
  await expect(findChromium("/nowhere/chromium")).rejects.toThrow("/nowhere/chromium");
});
