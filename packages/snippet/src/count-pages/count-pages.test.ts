import { readFile } from "node:fs/promises";
import { pagePatterns } from "@ringtrail/core/healthcare";
import { expect, test } from "vitest";
import { browse, type Visited, type Visiting } from "../../testing/browse.ts";
import { bundleApp } from "../../testing/bundle-app.ts";

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
  config: { regime: null, pages: pages.map(([pattern, group]) => [pattern, group]) },
};

/** Waits for the page, taps the number on it, and answers everything that was counted. */
async function tap({ page, api }: Visited): Promise<readonly (readonly [kind: string, group: string])[]> {
  await api.until(({ counted }) => counted.length > 0);
  await page.evaluate(() => addEventListener("click", (event) => event.preventDefault()));
  await page.click("#call");
  await api.until(({ counted }) => counted.some(({ kind }) => kind === "tap"));
  return api.counted.map(({ kind, group }) => [kind, group]);
}

test("a clinic's page tells the name of its group and nothing else, and a tap on a number once more", async () => {
  const visited = await open({ ...clinic, path: "/implants/ann-miller?gclid=secret-click#note" });
  const { page, api } = visited;

  expect(await tap(visited)).toEqual([
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

/** A file as it is shipped. */
const built = (name: string): Promise<string> => readFile(new URL(`../../dist/${name}`, import.meta.url), "utf8");
const settings = (api: string): string => `{"site":"demo","server":"${api}"}`;

// Besides the site's own script. What a page may do is as strict as it gets.
const ways: [way: string, head: (api: string) => string, files: (api: string) => Promise<Record<string, string>>][] = [
  [
    "a plain tag and a second one",
    (api) =>
      ["", "-pages"]
        .map((one) => `<script async src="${api}/snippet/latest/ringtrail${one}.js" data-site="demo"></script>`)
        .join(""),
    async () => ({}),
  ],
  [
    "copies on the site itself and a JSON block, as WordPress and Shopify have them",
    (api) =>
      `<script type="application/json" id="ringtrail-config">${settings(api)}</script><script src="/a.js" defer></script><script src="/b.js" defer></script>`,
    async () => ({ "/a.js": await built("ringtrail.js"), "/b.js": await built("ringtrail-pages.js") }),
  ],
  [
    "settings in the queue, merged into one file, and a plugin that adds the second file once more",
    (api) =>
      `<script src="/all.js"></script><script src="${api}/snippet/latest/ringtrail-pages.js" data-site="demo"></script>`,
    async (api) => ({
      "/all.js": `(window.ringtrail||=[]).push(${settings(api)});${await built("ringtrail-pages.js")};${await built("ringtrail.js")}`,
    }),
  ],
  [
    "the package",
    () => `<script src="/app.js" defer></script>`,
    async (api) => ({
      "/app.js": await bundleApp(
        `import { countPages, startRingtrail } from "../dist/index.mjs"; startRingtrail(${settings(api)}); countPages(${settings(api)});`,
      ),
    }),
  ],
];

test.each(ways)("counted once, and no address leaves the page: %s", async (_way, head, files) => {
  const laid = await open({
    ...clinic,
    head,
    path: "/implants/ann-miller?gclid=secret-click#note",
    policy: (api) =>
      `default-src 'none'; script-src 'self' ${api}; connect-src ${api}; require-trusted-types-for 'script'; trusted-types 'none'`,
    files,
  });

  expect(await tap(laid)).toEqual([
    ["page", "Implants"],
    ["tap", "Implants"],
  ]);
  expect(laid.api.referrers.filter((one) => one !== undefined && one !== `${laid.site.url}/`)).toEqual([]);
  expect([...laid.api.swaps, ...laid.api.beacons]).toEqual([]);
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
