import { pagePatterns } from "@ringtrail/core/healthcare";
import { expect, test } from "vitest";
import { browse, type Visiting } from "../../testing/browse.ts";

const open = browse();
const body = `<a id="call" href="tel:+14155550100">(415) 555-0100</a>`;
const pages = pagePatterns([
  { path: "/implants/*", group: "Implants" },
  { path: "/hiv-test", group: "Screening" },
]);
const clinic: Visiting = {
  body,
  head: (api) => `<meta name="referrer" content="unsafe-url"><script src="${api}/v1/sites/demo/ringtrail.js"></script>`,
  pages: { "/implants/ann-miller": body },
  config: { regime: null },
  arrange: (api) => (api.pages = pages),
};

test("a clinic's page tells the name of its group and nothing else, and a tap on a number once more", async () => {
  const { page, api } = await open({ ...clinic, path: "/implants/ann-miller?gclid=secret-click#note" });
  await api.until(({ counted }) => counted.length === 1);
  await page.evaluate(() => addEventListener("click", (event) => event.preventDefault()));
  await page.click("#call");
  await api.until(({ counted }) => counted.length === 2);

  expect(api.counted.map(({ kind, group }) => [kind, group])).toEqual([
    ["page", "Implants"],
    ["tap", "Implants"],
  ]);
  for (const { told, url } of api.counted) {
    expect(JSON.stringify([told, url])).not.toMatch(/ann-miller|secret-click|implants/i);
    expect([told.cookie, told.referer]).toEqual([undefined, undefined]);
  }
  const kept = () => JSON.stringify([document.cookie, Object.entries(localStorage), Object.entries(sessionStorage)]);
  expect(await page.evaluate(kept)).toBe(`["",[],[]]`);
  expect([...api.swaps, ...api.beacons, ...api.reports]).toEqual([]);
});

test("a page on no list is one of the other pages, an app's next page is counted by its own group", async () => {
  const { page, api } = await open(clinic);
  await api.until(({ counted }) => counted.length === 1);
  await page.evaluate(() => history.pushState({}, "", "/HIV-test/"));
  await api.until(({ counted }) => counted.length === 2);

  expect(api.counted.map(({ group }) => group)).toEqual(["", "Screening"]);
});

test("who objects by Global Privacy Control, and a page nobody looks at, is not counted", async () => {
  const objects = () => void Object.defineProperty(navigator, "globalPrivacyControl", { value: true });
  const hides = () => void Object.defineProperty(document, "hidden", { value: true, configurable: true });
  const first = await open({ ...clinic, before: objects, hasClock: true });
  await first.page.clock.runFor(5_000);
  await first.page.click("#call");
  const second = await open({ ...clinic, before: hides, hasClock: true });
  await second.page.clock.runFor(5_000);
  expect([...first.api.counted, ...second.api.counted]).toEqual([]);

  await second.page.evaluate(() => Object.defineProperty(document, "hidden", { value: false }));
  await second.page.clock.runFor(2_000);
  await second.api.until(({ counted }) => counted.length === 1);
});
