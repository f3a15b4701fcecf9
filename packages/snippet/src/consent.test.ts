import { expect, test } from "vitest";
import { browse, type Page } from "../testing/browse.ts";
import { sourceNumber } from "../testing/index.ts";

const open = browse();
const body = `<p id="text">(415) 555-0100</p>`;
const own = "(415) 555-0100";
const lent = "(415) 555-0123";
const ads = "(415) 555-0110";
const direct = "(415) 555-0111";
/** All that is kept of a no under opt-out: the no. */
const refusal = JSON.stringify({ ringtrail: '{"choice":"denied"}' });
const optIn = { regime: "opt-in" } as const;

const text = (page: Page): Promise<string | null> => page.textContent("#text");
const stored = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
const say = (page: Page, choice: "granted" | "denied"): Promise<void> =>
  page.evaluate((answer) => void window.ringtrail?.push({ answer }), choice);

test("unanswered under opt-in: the source's number, nothing stored, nothing sent", async () => {
  const { page, api } = await open({ body, config: optIn, path: "/?gclid=test-1" });
  await expect.poll(() => text(page)).toBe(ads);

  await page.mouse.move(10, 10);
  await page.click("#text");

  expect(await stored(page)).toBe("{}");
  expect([...api.swaps, ...api.beacons]).toEqual([]);
  expect(sourceNumber.ads).toBe("+14155550110");
});

test("in healthcare mode a yes sends and stores nothing either: the source's number, and no address of the page", async () => {
  const { page, api } = await open({ body, config: { regime: null }, path: "/?gclid=test-1" });
  await expect.poll(() => text(page)).toBe(ads);

  await say(page, "granted");
  await page.click("#text");
  // A no is shown at once, so whatever the yes would have begun has begun by then.
  await say(page, "denied");
  await expect.poll(() => text(page)).not.toBe(ads);

  expect(await stored(page)).toBe("{}");
  expect([...api.swaps, ...api.beacons]).toEqual([]);
});

test("unanswered where the place is unknown is treated as opt-in", async () => {
  const { page, api } = await open({ body, config: { regime: "unknown" } });

  await expect.poll(() => text(page)).toBe(direct);

  expect(api.swaps).toEqual([]);
});

test("accepted: the visit gets its own number without a reload, and the click that said yes is proof of life", async () => {
  const banner = `${body}<button id="yes">Accept</button><script src="/banner.js"></script>`;
  const script = `document.getElementById("yes").onclick = () => ringtrail.consent("granted");`;
  const { page, api } = await open({ body: banner, config: optIn, pages: { "/banner.js": script } });
  await expect.poll(() => text(page)).toBe(direct);

  await page.click("#yes");

  await expect.poll(() => text(page)).toBe(lent);
  await api.until(({ beacons }) => beacons.some(({ kind }) => kind === "interaction"));
  expect(api.swaps[0]?.consent).toEqual({ choice: "granted", optOutSignal: false });
});

test("refused: the page keeps its own number, nothing is stored or sent", async () => {
  const { page, api } = await open({ body, config: optIn });
  await expect.poll(() => text(page)).toBe(direct);

  await say(page, "denied");

  expect(await text(page)).toBe(own);
  expect(await stored(page)).toBe("{}");
  expect([...api.swaps, ...api.beacons]).toEqual([]);
});

test.each([["yes"], ["GRANTED"], [true]])("a word that is none of ours is no yes: %s", async (word) => {
  const { page, api } = await open({ body, config: optIn });
  await expect.poll(() => text(page)).toBe(direct);

  await page.evaluate((said) => void window.ringtrail?.push({ answer: said as "granted" }), word);

  await expect.poll(() => text(page)).toBe(own);
  expect(await stored(page)).toBe("{}");
  expect([...api.swaps, ...api.beacons]).toEqual([]);
});

test("withdrawn: the page's own number comes back and what was stored is deleted", async () => {
  const { page, api } = await open({ body });
  await expect.poll(() => text(page)).toBe(lent);
  expect(await stored(page)).toContain("visitor");

  await say(page, "denied");

  expect(await text(page)).toBe(own);
  expect(await stored(page)).toBe(refusal);
  // The server may have set a cookie that no script sees, so it is told, once.
  await api.until(({ beacons }) => beacons.at(-1)?.kind === "denied");
  const sent = api.beacons.length;
  await page.mouse.move(10, 10);
  await page.keyboard.press("Shift");
  expect(api.beacons).toHaveLength(sent);
});

test("withdrawn while the server was still answering: the late answer is not shown and not kept", async () => {
  const { page, api } = await open({ body, arrange: (played) => (played.door = "held") });
  await api.until(({ swaps }) => swaps.length === 1);

  await say(page, "denied");
  const answered = page.waitForResponse(/swap/);
  api.release();
  await (await answered).finished();

  expect(await text(page)).toBe(own);
  expect(await stored(page)).toBe(refusal);
});

test("where silence counts as a yes, a no need not be said twice; no later page asks or stores anything", async () => {
  const { page, api } = await open({ body });
  await expect.poll(() => text(page)).toBe(lent);
  await say(page, "denied");

  await page.reload();
  await page.waitForLoadState("networkidle");
  await page.reload();
  await page.waitForLoadState("networkidle");

  expect(await text(page)).toBe(own);
  expect(await stored(page)).toBe(refusal);
  expect(api.swaps).toHaveLength(1);
  await say(page, "granted");
  await expect.poll(() => text(page)).toBe(lent);
});

test("a yes is remembered with the visit: the next page need not wait for the banner", async () => {
  const { page, api } = await open({ body, config: optIn });
  await expect.poll(() => text(page)).toBe(direct);
  await say(page, "granted");
  await expect.poll(() => text(page)).toBe(lent);

  await page.reload();

  await api.until(({ swaps }) => swaps.length === 2);
  expect(api.swaps[1]?.visit).toBeDefined();
  await expect.poll(() => text(page)).toBe(lent);
});

test("an answer given before our script arrived is heard", async () => {
  const { page } = await open({
    body,
    config: optIn,
    before: () => Object.assign(window, { ringtrail: [{ answer: "granted" }] }),
  });

  await expect.poll(() => text(page)).toBe(lent);
});

test("Global Privacy Control turns silence into no, even where the law is opt-out", async () => {
  const before = (): void => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }) && undefined;
  const { page, api } = await open({ body, before });
  await page.waitForFunction(() => "version" in (window.ringtrail ?? {}));
  await page.waitForLoadState("networkidle");

  expect(await text(page)).toBe(own);
  expect(api.swaps).toEqual([]);
});

test("blocked storage changes nothing but the memory: every page is a first page", async () => {
  const before = (): void =>
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("blocked", "SecurityError");
      },
    }) && undefined;
  const { page } = await open({ body, before });

  await expect.poll(() => text(page)).toBe(lent);
});

test.each([
  ["WordPress: an allowed category is a yes", true, "allow", lent],
  ["WordPress: a denied category is a no", false, "deny", own],
  ["WordPress: silence is silence, even where the plugin would allow it", true, "", direct],
  ["WordPress: an answer that cannot be read is a no", true, undefined, own],
])("%s", async (_promise, allowed, cookie, expected) => {
  const { page } = await open({
    body: `${body}<script src="/wp.js"></script>`,
    config: optIn,
    pages: {
      "/wp.js": `window.wp_has_consent = () => ${allowed};
        window.consent_api_get_cookie = ${cookie === undefined ? undefined : `() => ${JSON.stringify(cookie)}`};`,
    },
  });
  await page.waitForLoadState("networkidle");

  await expect.poll(() => text(page)).toBe(expected);
});

test("WordPress: a change in the banner takes effect without a reload", async () => {
  const { page } = await open({
    body,
    config: optIn,
    before: () => Object.assign(window, { wp_has_consent: () => true, consent_api_get_cookie: () => "" }),
  });
  await expect.poll(() => text(page)).toBe(direct);

  await page.evaluate(() => {
    Object.assign(window, { consent_api_get_cookie: () => "allow" });
    document.dispatchEvent(new CustomEvent("wp_listen_for_consent_change", { detail: { marketing: "allow" } }));
  });

  await expect.poll(() => text(page)).toBe(lent);
});

test.each([
  ["Shopify: yes to analytics and marketing is a yes", { analytics: "yes", marketing: "yes" }, lent],
  ["Shopify: no to one of them is a no", { analytics: "yes", marketing: "no" }, own],
  ["Shopify: silence is silence", { analytics: "", marketing: "" }, direct],
])("%s", async (_promise, answers, expected) => {
  const { page } = await open({
    body: `${body}<script src="/shop.js"></script>`,
    config: optIn,
    pages: {
      // The theme loads the consent API when it is asked to; until then the answer cannot be read.
      "/shop.js": `window.Shopify = { loadFeatures: (features, loaded) => setTimeout(() => {
        Shopify.customerPrivacy = { currentVisitorConsent: () => (${JSON.stringify(answers)}) };
        loaded();
      }) };`,
    },
  });
  await page.waitForFunction(() => "Shopify" in window && window.Shopify);
  await page.waitForLoadState("networkidle");

  await expect.poll(() => text(page)).toBe(expected);
});
