import { readFile } from "node:fs/promises";
import { transform } from "esbuild";
import { expect, test } from "vitest";
import { browse } from "../testing/browse.ts";
import { lentNumber, ownNumber, playApi, servePages } from "../testing/index.ts";

const open = browse();
const body = `<p id="text">(415) 555-0100</p>`;
const lent = "(415) 555-0123";

// What optimisers and plugins make of a script tag. Each line must still swap.
const installs: [
  promise: string,
  head: (api: string) => string,
  files?: (code: string, api: string) => Record<string, string>,
][] = [
  ["a plain tag", (api) => `<script async src="${api}/snippet/latest/ringtrail.js" data-site="demo"></script>`],
  [
    "a JSON block, the tag's own attributes stripped",
    (api) =>
      `<script type="application/json" id="ringtrail-config">{"site":"demo","server":"${api}/"}</script><script src="/all.js" defer></script>`,
    (code) => ({ "/all.js": code }),
  ],
  [
    "merged with others and renamed, settings in the global",
    () => `<script src="/cache/1f3.js"></script>`,
    (code, api) => ({
      "/cache/1f3.js": `window.ringtrail=[{site:"demo",server:"${api}"}];(function(){})();${code};var after=1;`,
    }),
  ],
  [
    "loaded by another script, long after the page",
    (api) =>
      `<script type="application/json" id="ringtrail-config">{"site":"demo","server":"${api}"}</script><script src="/late.js" defer></script>`,
    (code) => ({
      "/late.js": `addEventListener("load",()=>{const s=document.createElement("script");s.src="/cache.js";document.body.append(s)})`,
      "/cache.js": code,
    }),
  ],
  [
    "minified once more, and put into the page itself without its attributes",
    (api) => `${settingsOf(api)}<script>/*CODE*/</script>`,
  ],
  [
    "put into the page with its attributes but no address, settings in a block",
    (api) => `${settingsOf(api)}<script data-site="demo" defer>/*CODE*/</script>`,
  ],
  [
    "delayed until somebody touches the page, under another type and attribute until then",
    (api) =>
      `${settingsOf(api)}<script type="delayed/javascript" data-late-src="${api}/snippet/latest/ringtrail.js" data-site="demo"></script><script src="/delay.js" defer></script>`,
    () => ({ "/delay.js": delay }),
  ],
  [
    "loaded twice",
    (api) => `<script async src="${api}/snippet/latest/ringtrail.js" data-site="demo"></script>`.repeat(2),
  ],
];

function settingsOf(api: string): string {
  return `<script type="application/json" id="ringtrail-config">{"site":"demo","server":"${api}"}</script>`;
}

/** Gives delayed scripts their address back at the first touch, as optimisers' loaders do. */
const delay = `addEventListener("pointermove", () => {
  for (const late of document.querySelectorAll("script[data-late-src]")) {
    const script = document.createElement("script");
    script.src = late.getAttribute("data-late-src");
    late.replaceWith(script);
  }
}, { once: true });`;

test.each(installs)("swaps, once: %s", async (_promise, head, files) => {
  const api = await playApi();
  const code = await (await fetch(`${api.url}/snippet/latest/ringtrail.js`)).text();
  const again = (await transform(code, { minify: true })).code;
  // A function, because the code has dollars in it.
  const inHead = head(api.url).replace("/*CODE*/", () => again);
  const site = await servePages(
    { "/": `<!doctype html><head>${inHead}</head><body>${body}</body>`, ...files?.(code, api.url) },
    api.url,
    `default-src 'self'; script-src 'self' 'unsafe-inline' ${api.url}; connect-src ${api.url}`,
  );
  const { page } = await open({ body });

  await page.goto(site.url);
  await page.mouse.move(5, 5);
  await expect.poll(() => page.textContent("#text")).toBe(lent);

  expect(api.swaps).toHaveLength(1);
  expect(api.refused).toEqual([]);
  await site.close();
  await api.close();
});

test.each([
  ["the older first", "1.0.0", "2.0.0"],
  ["the newer first", "2.0.0", "1.0.0"],
])(
  "two versions on one page, %s: one of them works, both sides of the page are heard",
  async (_order, first, second) => {
    const file = await readFile(new URL("../dist/ringtrail.js", import.meta.url), "utf8");
    const ofVersion = (version: string): string => file.replaceAll("0.0.0", version);
    const { page, api } = await open({
      body,
      head: (server) =>
        `${settingsOf(server)}<script src="/before.js"></script><script src="/first.js"></script><script src="/second.js"></script><script src="/after.js"></script>`,
      pages: {
        "/before.js": `(window.ringtrail ||= []).push((page) => (window.early = page.version))`,
        "/first.js": ofVersion(first),
        "/second.js": ofVersion(second),
        "/after.js": `(window.ringtrail ||= []).push((page) => (window.late = page.version))`,
      },
    });
    await expect.poll(() => page.textContent("#text")).toBe(lent);

    const heard = await page.evaluate(() => {
      const { early, late, ringtrail } = window as unknown as Record<string, unknown>;
      return [early, late, (ringtrail as { version: string }).version];
    });
    expect(heard).toEqual([first, first, first]);
    await page.evaluate(() => window.ringtrail?.push({ answer: "denied" }));
    expect(await page.textContent("#text")).toBe("(415) 555-0100");
    expect(api.swaps).toHaveLength(1);
  },
);

test("a page without a site key is left alone and told so in the console", async () => {
  const { page, api } = await open({ body, head: "<script src=/mute.js></script>", pages: { "/mute.js": "" } });
  const code = await (await fetch(`${api.url}/snippet/latest/ringtrail.js`)).text();
  const warned = page.waitForEvent("console");

  await page.evaluate(code);

  expect((await warned).text()).toContain("no site key");
  expect(await page.evaluate(() => "ringtrail" in window)).toBe(false);
});

test("a prerendered page asks for nothing until it is opened", async () => {
  const { page, api } = await open({
    body,
    before: () => void Object.defineProperty(document, "prerendering", { value: true, configurable: true }),
  });
  await page.waitForLoadState("networkidle");
  expect(api.swaps).toEqual([]);

  await page.evaluate(() => document.dispatchEvent(new Event("prerenderingchange")));

  await expect.poll(() => page.textContent("#text")).toBe(lent);
});

test("a page in the background asks for nothing until somebody looks at it", async () => {
  const { page, api } = await open({
    body,
    before: () => void Object.defineProperty(document, "hidden", { value: true, configurable: true, writable: true }),
  });
  await page.waitForLoadState("networkidle");
  expect(api.swaps).toEqual([]);

  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: false });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });

  await expect.poll(() => page.textContent("#text")).toBe(lent);
});

test("a page that comes back from the back/forward cache asks again and is told again", async () => {
  const { page, api } = await open({ body });
  await expect.poll(() => page.textContent("#text")).toBe(lent);

  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));

  await api.until(({ beacons }) => beacons.some(({ kind }) => kind === "page"));
  expect(api.swaps[1]?.visit).toBeDefined();
});

test("a visitor the server treats as a program keeps no memory of it", async () => {
  const { page, api } = await open({ body, arrange: (played) => (played.stores = false) });
  await expect.poll(() => page.textContent("#text")).toBe(lent);

  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(api.beacons).toEqual([]);
});

test("one global, no cookie, and numbers that a page cloned are put right when the visitor withdraws", async () => {
  const { page } = await open({ body: `${body}<a href="tel:${ownNumber}">x</a>` });
  const names = (): Promise<string[]> => page.evaluate(() => Object.keys(window).filter((name) => /ring/i.test(name)));
  await expect.poll(() => page.getAttribute("a", "href")).toBe(`tel:${lentNumber}`);

  const texts = await page.evaluate(() => {
    const clone = document.querySelector("#text")?.cloneNode(true) as Element;
    document.body.append(clone);
    window.ringtrail?.push({ answer: "denied" });
    return [...document.querySelectorAll("#text")].map((one) => one.textContent);
  });

  expect(texts).toEqual(["(415) 555-0100", "(415) 555-0100"]);
  expect(await names()).toEqual(["ringtrail"]);
  expect(await page.evaluate(() => document.cookie)).toBe("");
});
