import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "@tooling/harness";
import { serveDemo } from "../testing/serve-demo.ts";

let browser: Awaited<ReturnType<typeof launchBrowser>>;
const cleanUps: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

const fromAd = "/demo?utm_source=google&utm_medium=cpc&utm_campaign=spring&utm_term=emergency+plumber&gclid=test-1";

async function openDemo(path: string, callStatus?: number) {
  const { api, rung } = await serveDemo(callStatus);
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (failure) => complaints.push(failure.message));
  cleanUps.push(() => context.close(), api.close);
  await page.goto(api.url + path);
  const header = (): Promise<string | null> => page.textContent(".phone-number");
  return { page, api, rung, complaints, header };
}

test("before an answer a visit from the ad and a direct one see their sources' numbers, and nothing is stored", async () => {
  const ad = await openDemo(fromAd);
  const direct = await openDemo("/demo");

  await expect.poll(ad.header).toBe("(415) 555-0110");
  await expect.poll(direct.header).toBe("(415) 555-0111");

  expect(await ad.page.evaluate(() => localStorage.length)).toBe(0);
  expect([...ad.api.swaps, ...direct.api.swaps]).toEqual([]);
});

test("a yes lends the visit a number, in every format on the page, under a policy that allows no inline code", async () => {
  const { page, api, complaints, header } = await openDemo(fromAd);
  await page.click("[data-answer=granted]");

  await expect.poll(header).toBe("(415) 555-0123");

  expect(await page.textContent(".hero .button")).toBe("Call 415.555.0123");
  expect(await page.getAttribute(".hero .button", "href")).toBe("tel:+14155550123");
  expect(await page.textContent(".bottom .number")).toBe("415-555-0123");
  expect(await page.textContent("[data-ringtrail-ignore]")).toBe("(415) 555-0100");
  expect(api.swaps[0]?.page.url).toContain("utm_term=emergency+plumber");
  expect(complaints).toEqual([]);
});

test("the contact page is a route: no page is loaded, its split number is swapped, the invoice is not", async () => {
  const { page, api, header } = await openDemo("/demo");
  await page.click("[data-answer=granted]");
  await expect.poll(header).toBe("(415) 555-0123");
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));

  await page.click("nav a[data-route]");

  await expect.poll(() => page.textContent(".big")).toBe("(415) 555-0123");
  expect(await page.textContent("main")).toContain("INV-4155550100-7");
  expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
  await api.until(({ beacons }) => beacons.some(({ kind }) => kind === "page"));
  expect(api.beacons.find((event) => event.kind === "page")).toMatchObject({
    page: { url: `${api.url}/demo/contact`, title: "Contact · Bright Pipe Plumbing" },
  });
});

test("the contact route can be opened directly and left by the back button", async () => {
  const { page } = await openDemo("/demo");
  await page.click("nav a[data-route]");
  await page.waitForSelector(".big");

  await page.goBack();

  await page.waitForSelector(".hero");
  await page.goto(page.url().replace(/\/demo$/, "/demo/contact"));
  await page.waitForSelector(".big");
});

test("a no gives the ordinary number back, is remembered, and can be changed", async () => {
  const { page, header } = await openDemo(fromAd);
  await page.click("[data-answer=denied]");
  await expect.poll(header).toBe("(415) 555-0100");

  await page.reload();
  await page.waitForLoadState("networkidle");
  expect(await header()).toBe("(415) 555-0100");
  expect(await page.isVisible("#consent")).toBe(false);

  await page.click("#consent-open");
  await page.click("[data-answer=granted]");
  await expect.poll(header).toBe("(415) 555-0123");
});

test("the button rings the number on the page and says so", async () => {
  const { page, rung, header } = await openDemo(fromAd);
  await page.click("[data-answer=granted]");
  await expect.poll(header).toBe("(415) 555-0123");

  await page.click("#try-call");

  await expect.poll(() => page.textContent("#try-state")).toContain("It rings");
  expect(rung).toEqual([{ to: "+14155550123" }]);
});

test.each([
  [429, "Too many calls at once."],
  [404, "This is the shop's own number: no phone company of ours answers it."],
])("a call answered %i says why it cannot be made", async (status, words) => {
  const { page } = await openDemo("/demo", status);

  await page.click("#try-call");

  await expect.poll(() => page.textContent("#try-state")).toBe(words);
});
