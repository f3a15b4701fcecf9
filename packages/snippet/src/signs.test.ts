import { expect, test } from "vitest";
import { browse } from "../testing/browse.ts";
import { lentNumber, ownNumber, targetId } from "../testing/index.ts";

const open = browse();
const body = `<p id="text">Call (415) 555-0100</p><a id="link" href="tel:${ownNumber}">Call now</a>`;
const swapped = "Call (415) 555-0123";
const settings = (more: object) => (api: string) =>
  `<script type="application/json" id="ringtrail-config">${JSON.stringify({ site: "demo", server: api, ...more })}</script>
   <script async src="${api}/snippet/latest/ringtrail.js"></script>`;

test("a number that was copied is told, with its id", async () => {
  const { page, api } = await open({ body });
  await expect.poll(() => page.textContent("#text")).toBe(swapped);

  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector("#text") as Element));
  await page.keyboard.press("Control+C");

  await api.until(({ beacons }) => beacons.some(({ kind }) => kind === "copy"));
  expect(api.beacons.find(({ kind }) => kind === "copy")).toHaveProperty("number");
});

test("other words that are copied are nobody's business", async () => {
  const { page, api } = await open({ body: `${body}<p id="other">Words</p>` });
  await expect.poll(() => page.textContent("#text")).toBe(swapped);

  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector("#other") as Element));
  await page.keyboard.press("Control+C");

  await api.until(({ beacons }) => beacons.some(({ kind }) => kind === "alive"));
  expect(api.beacons.map(({ kind }) => kind)).not.toContain("copy");
});

test("a number is told as seen once it is on the screen, once, and with the heartbeat", async () => {
  const policy = (): string => "default-src * 'unsafe-inline'";
  const far = `<div style="height: 300vh"></div>${body}`;
  const { page, api } = await open({ body: far, policy });
  await expect.poll(() => page.textContent("#text")).toBe(swapped);
  await api.until(({ beacons }) => beacons.filter(({ kind }) => kind === "alive").length > 1);
  expect(api.beacons.map(({ kind }) => kind)).not.toContain("seen");

  await page.locator("#link").scrollIntoViewIfNeeded();
  await api.until(({ beacons }) => beacons.some(({ kind }) => kind === "seen"));
  const heard = api.beacons.length;
  await api.until(({ beacons }) => beacons.length > heard + 1);

  expect(api.beacons.filter(({ kind }) => kind === "seen")).toHaveLength(1);
});

test("a page nobody looks at sends no heartbeat", async () => {
  const { page, api } = await open({ body });
  await api.until(({ beacons }) => beacons.some(({ kind }) => kind === "alive"));

  await page.evaluate(async () => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });
  await api.until(({ beacons }) => beacons.at(-1)?.kind === "hidden");
  const heard = api.beacons.length;
  await page.evaluate(() => new Promise((passed) => setTimeout(passed, 2500)));

  expect(api.beacons).toHaveLength(heard);
});

test("the page's own scripts hear of each swap, read the numbers and may ask for one at once", async () => {
  const waiting = `(window.ringtrail ||= []).push((page) => page.on("swap", ({ element, e164 }) => {
    (window.heard ||= []).push([element.id, e164]);
  }));`;
  const { page } = await open({
    // Before the numbers: what comes after them hears nothing of a swap that is done.
    body: `<script src="/waiting.js"></script>${body}`,
    pages: { "/waiting.js": waiting },
  });
  await expect.poll(() => page.textContent("#text")).toBe(swapped);

  expect(await page.evaluate(() => (window as unknown as { heard: string[][] }).heard)).toEqual(
    expect.arrayContaining([
      ["text", lentNumber],
      ["link", lentNumber],
    ]),
  );
  const seen = await page.evaluate((own) => {
    const { ringtrail } = window;
    if (!ringtrail || !("version" in ringtrail)) return [];
    const closed = document.createElement("div").attachShadow({ mode: "closed" });
    closed.append(own);
    ringtrail.swap(closed);
    return [closed.textContent, ringtrail.numbers().map(({ target, e164 }) => ({ target, e164 }))];
  }, "(415) 555-0100");
  const number = { target: targetId, e164: lentNumber };
  expect(seen).toEqual(["(415) 555-0123", [number, number]]);
});

test("forms carry the visit's id where the owner asked for it, and the form itself is untouched", async () => {
  const form = `${body}<form id="form"><input name="a" value="1"></form>`;
  const send = (): Record<string, string> =>
    Object.fromEntries(new FormData(document.querySelector("form") ?? undefined)) as Record<string, string>;
  const asked = await open({ body: form, head: settings({ forms: true }) });
  const unasked = await open({ body: form });
  await expect.poll(() => asked.page.textContent("#text")).toBe(swapped);
  await expect.poll(() => unasked.page.textContent("#text")).toBe(swapped);

  const { visit } = await asked.page.evaluate(() => JSON.parse(localStorage.getItem("ringtrail") ?? "{}"));
  expect(await asked.page.evaluate(send)).toEqual({ a: "1", ringtrail_visit: visit });
  expect(await unasked.page.evaluate(send)).toEqual({ a: "1" });
  expect(await asked.page.evaluate(() => document.querySelector("form")?.outerHTML)).toBe(
    `<form id="form"><input name="a" value="1"></form>`,
  );
  await asked.page.evaluate(() => window.ringtrail?.push({ answer: "denied" }));
  expect(await asked.page.evaluate(send)).toEqual({ a: "1" });
});

test("another call tracker on the page is told once, by its address alone", async () => {
  const head = (api: string): string => `<script src="/cdn.callrail.com/swap.js"></script>${settings({})(api)}`;
  const before = (): void => void Object.assign(Math, { random: () => 0 });
  const { page, api } = await open({ body, head, before, pages: { "/cdn.callrail.com/swap.js": "" } });
  await expect.poll(() => page.textContent("#text")).toBe(swapped);

  await api.until(({ reports }) => reports.length === 1);
  expect(api.reports).toEqual([{ site: "demo", version: "0.0.0", kind: "tracker", what: "callrail.com" }]);
});

test("a failure of ours is told once, by its name and place, and by one page in ten", async () => {
  const told = await open({ body, before: () => void Object.assign(Math, { random: () => 0 }) });
  const untold = await open({ body, before: () => void Object.assign(Math, { random: () => 0.5 }) });
  for (const { page } of [told, untold]) {
    await expect.poll(() => page.textContent("#text")).toBe(swapped);
    await page.evaluate(() => {
      // A page that breaks what it does not own.
      Document.prototype.createTreeWalker = () => {
        throw new RangeError("415-555-0100");
      };
      document.body.append("1", document.createElement("b"));
    });
    await page.evaluate(() => document.body.append("2"));
  }

  await told.api.until(({ reports }) => reports.length > 0);
  expect(told.api.reports).toHaveLength(1);
  expect(told.api.reports[0]?.what).toMatch(/^RangeError \d+:\d+$/);
  expect(untold.api.reports).toEqual([]);
});
