import { expect, test } from "vitest";
import { browse, type Page } from "../testing/browse.ts";
import { lentNumber } from "../testing/index.ts";

const open = browse();
const own = "(415) 555-0100";
const lent = "(415) 555-0123";
const body = `<p id="text">${own}</p><p>Words below it.</p>`;
const first = (api: string): string =>
  `<script async blocking="render" src="${api}/v1/sites/demo/ringtrail.js"></script>`;
const whole = (api: string): string => `<script src="${api}/v1/sites/demo/ringtrail.js"></script>`;

/** Remembers in each frame what the number was and whether it was held back, and every layout shift. */
const watchFrames = (): void => {
  const seen: string[] = [];
  const shifts: number[] = [];
  Object.assign(window, { seen, shifts });
  // After the frame's callbacks and its layout, right before its paint: what is read here is what is seen.
  const look = new ResizeObserver(() => {
    const text = document.querySelector("#text")?.textContent;
    if (text) seen.push((CSS.highlights.get("ringtrail")?.size ?? 0) > 0 ? "held" : text);
  });
  const frame = (): void => {
    look.disconnect();
    if (document.documentElement) look.observe(document.documentElement);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) shifts.push((shift as PerformanceEntry & { readonly value: number }).value);
  }).observe({ type: "layout-shift", buffered: true });
};
/** What was seen, each change once. */
const changes = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    (window as unknown as { seen: string[] }).seen.filter((text, index, all) => text !== all[index - 1]),
  );
const shifts = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
const text = (page: Page): Promise<string | null> => page.textContent("#text");

test.each([
  ["the head waits for the paint alone", first],
  ["the head waits for the script", whole],
])("at 100 ms of latency no frame shows a wrong number: %s", async (_promise, head) => {
  const { page, api } = await open({ body, head, before: watchFrames, arrange: (played) => (played.delayMs = 100) });

  await expect.poll(() => text(page)).toBe(lent);
  await expect.poll(async () => (await changes(page)).at(-1)).toBe(lent);

  expect(await changes(page)).not.toContain(own);
  expect(await shifts(page)).toEqual([]);
  // One request besides the script: nothing is asked for the configuration.
  expect(api.asked.filter((path) => path !== "/v1/beacon")).toEqual(["/v1/sites/demo/ringtrail.js", "/v1/swap"]);
});

test("before an answer the source's number is there in the first frame, without any request", async () => {
  const { page, api } = await open({ body, head: first, config: { regime: "opt-in" }, before: watchFrames });

  await expect.poll(async () => (await changes(page)).length).toBeGreaterThan(0);

  expect(await changes(page)).toEqual(["(415) 555-0111"]);
  expect(api.asked).toEqual(["/v1/sites/demo/ringtrail.js"]);
});

test("the next page shows the visit's number in its first frame, while the server is still asked", async () => {
  const { page, api, site } = await open({ body, head: first, before: watchFrames, pages: { "/next": body } });
  await expect.poll(() => text(page)).toBe(lent);
  api.door = "held";

  await page.goto(`${site.url}/next`);
  await expect.poll(async () => (await changes(page)).length).toBeGreaterThan(0);

  expect(await changes(page)).toEqual([lent]);
});

test("what is held back takes its room and has no colour, and no element knows of it", async () => {
  const plain = `<p id="text">415-555-0100</p>`;
  const { page } = await open({ body: plain, head: whole, arrange: (played) => (played.door = "held") });
  const held = await page.evaluate(() => CSS.highlights.get("ringtrail")?.size);
  const clip = (await page.locator("#text").boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 };
  const shown = await page.screenshot({ clip });

  expect(held).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.querySelector("#text")?.outerHTML)).toBe(plain);
  await page.evaluate(() => {
    CSS.highlights.clear();
    (document.querySelector("#text") as HTMLElement).style.visibility = "hidden";
  });
  expect((await page.screenshot({ clip })).equals(shown)).toBe(true);
  await page.evaluate(() => {
    (document.querySelector("#text") as HTMLElement).style.visibility = "visible";
  });
  expect((await page.screenshot({ clip })).equals(shown)).toBe(false);
});

test("after 400 ms the page is left as it is, and changed only where nobody looks", async () => {
  const config = { holdMs: 400 };
  const long = `<p id="text">${own}</p><div style="height: 400vh"></div><p id="below">${own}</p>`;
  const policy = (): string => "default-src * 'unsafe-inline'";
  const { page, api } = await open({
    config,
    body: long,
    head: whole,
    policy,
    before: watchFrames,
    arrange: (played) => (played.door = "held"),
  });
  await expect.poll(() => changes(page)).toEqual(["held", own]);

  api.release();

  await expect.poll(() => page.textContent("#below"), { timeout: 30_000 }).toBe(lent);
  expect(await text(page)).toBe(own);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => text(page)).toBe(lent);
});

test("a number that was painted before we came changes once, in one frame, and nothing moves", async () => {
  const styled = `<p style="font: 20px serif"><a id="text" href="tel:+14155550100">${own}</a> <b id="after">after</b></p>`;
  const late = (api: string): string =>
    `<script type="application/json" id="ringtrail-config">{"site":"demo","server":"${api}"}</script><script src="/late.js" defer></script>`;
  const code = (api: string): string =>
    `addEventListener("load", () => setTimeout(() => { const s = document.createElement("script"); s.src = "${api}/snippet/latest/ringtrail.js"; document.head.append(s); }, 300))`;
  const policy = (): string => "default-src * 'unsafe-inline'";
  const visited = await open({ body: styled, head: late, policy, before: watchFrames, pages: { "/late.js": "" } });
  const { page, site, api } = visited;
  site.pages.set("/late.js", code(api.url));
  api.delayMs = 100;

  await page.reload();
  await expect.poll(() => text(page)).toBe(lent);
  await expect.poll(async () => (await changes(page)).at(-1)).toBe(lent);

  expect(await changes(page)).toEqual([own, lent]);
  expect(await shifts(page)).toEqual([]);
  expect(await page.getAttribute("#text", "href")).toBe(`tel:${lentNumber}`);
});
