import { expect, test } from "vitest";
import { browse, type Page } from "../../testing/browse.ts";

const open = browse();
const body = `<p id="text">(415) 555-0100</p>`;
const own = "(415) 555-0100";
const lent = "(415) 555-0123";
const direct = "(415) 555-0111";
const optIn = { regime: "opt-in" } as const;
const patient = { timeout: 20_000 };

const text = (page: Page): Promise<string | null> => page.textContent("#text");
const stored = (page: Page): Promise<number> => page.evaluate(() => localStorage.length);

/** What a banner told Google's Consent Mode, as its own `gtag` puts it into the queue. */
const gtag = (...commands: object[][]): string =>
  `window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); }
   ${commands.map((words) => `gtag(...${JSON.stringify(words)});`).join("")}`;
const consent = (kind: string, ad: string, analytics: string): object[] =>
  ["consent", kind, { ad_storage: ad, analytics_storage: analytics, ad_user_data: ad }] as unknown as object[];

test.each([
  ["an update that grants both is a yes", gtag(consent("update", "granted", "granted")), lent],
  ["an update that denies one is a no", gtag(consent("update", "granted", "denied")), own],
  ["a default that denies is no answer", gtag(consent("default", "denied", "denied")), direct],
  ["a default that grants is no answer either", gtag(consent("default", "granted", "granted")), direct],
  [
    "the later update counts",
    gtag(consent("update", "denied", "denied"), consent("update", "granted", "granted")),
    lent,
  ],
  [
    "what Google's own script has noted counts, whoever told it",
    "window.google_tag_data = { ics: { entries: { ad_storage: { update: true }, analytics_storage: { update: true } } } };",
    lent,
  ],
])("Google Consent Mode: %s", async (_promise, script, expected) => {
  const head = (api: string): string =>
    `<script src="/banner.js"></script><script async src="${api}/snippet/latest/ringtrail.js" data-site="demo"></script>`;
  const { page } = await open({ body, config: optIn, head, pages: { "/banner.js": script } });

  await page.waitForLoadState("networkidle");

  await expect.poll(() => text(page)).toBe(expected);
});

test("Google Consent Mode: granted and withdrawn without a reload; what was stored is deleted", async () => {
  const pages = { "/banner.js": gtag(consent("default", "denied", "denied")) };
  const { page } = await open({ body: `${body}<script src="/banner.js"></script>`, config: optIn, pages });
  await expect.poll(() => text(page)).toBe(direct);
  const say = (word: string): Promise<void> =>
    page.evaluate((answer) => {
      const state = { ad_storage: answer, analytics_storage: answer };
      (window as unknown as { gtag(...words: unknown[]): void }).gtag("consent", "update", state);
    }, word);

  await say("granted");
  await expect.poll(() => text(page), patient).toBe(lent);
  expect(await stored(page)).toBe(1);

  await say("denied");
  await expect.poll(() => text(page), patient).toBe(own);
  expect(await stored(page)).toBe(0);
});

/** A banner of the IAB's framework: it answers each listener at once, and again on `window.tell`. */
const tcf = (data: object): string => `
  const heard = [];
  window.__tcfapi = (command, version, callback) => {
    if (command !== "addEventListener" || version !== 2) return;
    heard.push(callback);
    callback(${JSON.stringify(data)}, true);
  };
  window.tell = (data) => heard.forEach((callback) => callback(data, true));`;
const purposes = (...ids: number[]): object => ({
  purpose: { consents: Object.fromEntries(ids.map((id) => [id, true])) },
});

test.each([
  ["storing and measuring are granted", { eventStatus: "tcloaded", gdprApplies: true, ...purposes(1, 7) }, lent],
  ["storing alone is not enough", { eventStatus: "tcloaded", gdprApplies: true, ...purposes(1) }, own],
  ["all was refused", { eventStatus: "useractioncomplete", gdprApplies: true, ...purposes() }, own],
  ["the banner is still on the page", { eventStatus: "cmpuishown", gdprApplies: true, ...purposes() }, direct],
  ["the law does not apply: it says nothing", { eventStatus: "tcloaded", gdprApplies: false, ...purposes() }, direct],
])("TCF: %s", async (_promise, data, expected) => {
  const pages = { "/banner.js": tcf(data) };
  const head = (api: string): string =>
    `<script src="/banner.js"></script><script async src="${api}/snippet/latest/ringtrail.js" data-site="demo"></script>`;
  const { page } = await open({ body, config: optIn, pages, head });

  await page.waitForLoadState("networkidle");

  await expect.poll(() => text(page)).toBe(expected);
});

test("TCF: a framework that is there and has not spoken is a no, even under opt-out; its yes is heard when it comes", async () => {
  const script = tcf({}).replace("callback({}, true);", "");
  const head = (api: string): string =>
    `<script src="/banner.js"></script><script async src="${api}/snippet/latest/ringtrail.js" data-site="demo"></script>`;
  const { page, api } = await open({ body, pages: { "/banner.js": script }, head });
  await page.waitForLoadState("networkidle");
  expect(await text(page)).toBe(own);
  expect(api.swaps).toEqual([]);

  await page.evaluate((data) => (window as unknown as { tell(data: object): void }).tell(data), {
    eventStatus: "useractioncomplete",
    gdprApplies: true,
    ...purposes(1, 7),
  });

  await expect.poll(() => text(page), patient).toBe(lent);
});

test.each([
  ["an opt-out of sale is an objection", { usnat: { SaleOptOut: 1 } }, own, 0],
  ["so is one of targeted advertising in one state", { usca: [{ TargetedAdvertisingOptOut: 1 }] }, own, 0],
  ["so is the browser's own signal in it", { usnat: { SaleOptOut: 2, Gpc: true } }, own, 0],
  ["not having opted out is none", { usnat: { SaleOptOut: 2, SharingOptOut: 2, Gpc: false } }, lent, 1],
])("GPP under opt-out: %s", async (_promise, parsedSections, expected, swaps) => {
  const pages = {
    "/banner.js": `window.__gpp = (command, callback) => callback(${JSON.stringify({ pingData: { parsedSections } })});`,
  };
  const head = (api: string): string =>
    `<script src="/banner.js"></script><script async src="${api}/snippet/latest/ringtrail.js" data-site="demo"></script>`;
  const { page, api } = await open({ body, pages, head });

  await page.waitForLoadState("networkidle");

  await expect.poll(() => text(page)).toBe(expected);
  expect(api.swaps).toHaveLength(swaps);
});

test("two places that know: one no is a no", async () => {
  const pages = { "/banner.js": gtag(consent("update", "denied", "denied")) };
  const head = (api: string): string =>
    `<script src="/banner.js"></script><script async src="${api}/snippet/latest/ringtrail.js" data-site="demo"></script>`;
  const before = (): void => void Object.assign(window, { ringtrail: [{ answer: "granted" }] });
  const { page, api } = await open({ body, pages, head, before });
  await page.waitForLoadState("networkidle");

  expect(await text(page)).toBe(own);
  expect(api.swaps).toEqual([]);
});

test.each([
  [
    "Shopify, whose API loads on every page anew",
    `window.Shopify = { loadFeatures: (features, loaded) => setTimeout(() => {
      Shopify.customerPrivacy = { currentVisitorConsent: () => ({ analytics: "yes", marketing: "yes" }) };
      loaded();
    }, 300) };`,
  ],
  [
    "a TCF banner that is still a queue when we come",
    `window.__tcfapi = (command, version, heard) => setTimeout(() => heard({
      eventStatus: "tcloaded", gdprApplies: true, purpose: { consents: { 1: true, 7: true } },
    }, true), 300);`,
  ],
])("%s: a yes that is on its way keeps the visit of the page before", async (_promise, script) => {
  const head = (api: string): string =>
    `<script src="/banner.js"></script><script async src="${api}/snippet/latest/ringtrail.js" data-site="demo"></script>`;
  const { page, api } = await open({ body, head, config: optIn, pages: { "/banner.js": script, "/next": body } });
  await expect.poll(() => text(page)).toBe(lent);

  await page.goto(new URL("/next", page.url()).href);
  await api.until(({ swaps }) => swaps.some((swap) => swap.page.url.endsWith("/next")));

  // It is the visit of the page before, not a new one.
  expect(api.swaps.at(-1)?.visit).toMatch(/^[0-9a-f-]{36}$/);
  expect(api.beacons.map(({ kind }) => kind)).not.toContain("denied");
});
