import { expect, test } from "vitest";
import { browse } from "../testing/browse.ts";
import { lentNumber, ownNumber, targetId } from "../testing/index.ts";

const open = browse();
const body = `<p id="text">Call (415) 555-0100</p><a id="link" href="tel:${ownNumber}">Call now</a>`;
const swappedText = "Call (415) 555-0123";
const spa = `<main id="view"></main><button id="go">Contact</button><script src="/spa.js"></script>`;
const spaScript = `document.getElementById("go").onclick = () => {
  history.pushState({}, "", "/contact?from=home");
  document.title = "Contact us";
  document.getElementById("view").append("Ring 415.555.0100 today");
};`;

test("a visit that may be stored sees a number of its own, in text and link, in the page's format", async () => {
  const { page, api } = await open({ body, path: "/?gclid=test-1", config: { heartbeatSeconds: 30 } });

  await expect.poll(() => page.textContent("#text")).toBe(swappedText);

  expect(await page.getAttribute("#link", "href")).toBe(`tel:${lentNumber}`);
  expect(api.swaps).toHaveLength(1);
  expect(api.swaps[0]).toMatchObject({ targets: [targetId], consent: { choice: "unanswered" } });
  expect(api.swaps[0]?.page.url).toContain("gclid=test-1");
});

test("the next page shows the same number before the server answers, and the page is told, not asked again", async () => {
  const { page, api, site } = await open({ body, pages: { "/services": body } });
  await expect.poll(() => page.textContent("#text")).toBe(swappedText);
  const { visit } = await remembered(page);

  api.door = "held";
  await page.goto(`${site.url}/services`);
  await expect.poll(() => page.textContent("#text")).toBe(swappedText);
  api.release();

  // Told and asked each in their own time: what is told waits for a title, what is asked for the first layout.
  await api.until(({ beacons, swaps }) => swaps.length > 1 && beacons.some((event) => event.kind === "page"));
  expect(api.swaps[1]).toMatchObject({ visit, token: `token of ${visit}` });
  expect(api.beacons.find((event) => event.kind === "page")).toMatchObject({
    page: { url: `${site.url}/services`, referrer: "" },
  });
});

test("a first page asks once in its first ten seconds: that its number was seen waits for the heartbeat, a route does not", async () => {
  const { page, api } = await open({ body, hasClock: true, config: { heartbeatSeconds: 30 } });
  await expect.poll(() => page.textContent("#text")).toBe(swappedText);
  // Where elements stand is told between two frames, by no clock of the page.
  await page.screenshot();

  await page.clock.runFor(10_000);
  expect(api.asked).toEqual(["/snippet/latest/ringtrail.js", "/v1/sites/demo/config", "/v1/swap"]);

  await page.clock.runFor(21_000);
  await api.until(({ beacons }) => beacons.length > 1);
  expect(api.beacons.map(({ kind }) => kind)).toEqual(["seen", "alive"]);
  expect(api.beacons[0]?.ago).toBeGreaterThan(20_000);

  await page.evaluate(() => history.pushState({}, "", "/contact"));
  await page.clock.runFor(2_000);
  await api.until(({ beacons }) => beacons.length > 2);
  expect(api.beacons.map(({ kind }) => kind)).toEqual(["seen", "alive", "page"]);
});

test("a reader who goes before the first heartbeat has seen the number all the same", async () => {
  const { page, api } = await open({ body, hasClock: true, config: { heartbeatSeconds: 30 } });
  await expect.poll(() => page.textContent("#text")).toBe(swappedText);
  await page.screenshot();
  await page.clock.runFor(2_000);
  expect(api.beacons).toEqual([]);

  await page.goto("about:blank");

  await api.until(({ beacons }) => beacons.length > 1);
  expect(api.beacons.map(({ kind }) => kind)).toEqual(["seen", "hidden"]);
});

test("a first page is told once: with the question for its numbers", async () => {
  const { page, api } = await open({ body });
  await expect.poll(() => page.textContent("#text")).toBe(swappedText);

  await api.until(({ beacons }) => beacons.some((event) => event.kind === "alive"));

  expect(api.beacons.filter((event) => event.kind === "page")).toEqual([]);
});

test("a route of a single-page app swaps what it shows and tells the route once, query apart", async () => {
  const { page, api, site } = await open({ body: spa, pages: { "/spa.js": spaScript } });
  await api.until(({ swaps }) => swaps.length === 1);
  expect(api.swaps[0]?.targets).toEqual([]);

  await page.click("#go");

  await expect.poll(() => page.textContent("#view")).toBe("Ring 415.555.0123 today");
  await api.until(({ beacons }) => beacons.some((event) => event.kind === "page"));
  await page.evaluate(() => {
    history.replaceState({}, "", "/contact?tab=2");
    document.body.append("another change");
  });
  await api.until(({ beacons }) => beacons.at(-1)?.kind === "alive");
  expect(api.swaps.map(({ targets }) => targets)).toEqual([[], [targetId]]);
  const told = api.beacons.flatMap((event) => (event.kind === "page" ? [event.page] : []));
  expect(told).toEqual([expect.objectContaining({ url: `${site.url}/contact?from=home`, title: "Contact us" })]);
});

test("what a framework writes over is swapped again before anybody sees it", async () => {
  const { page } = await open({ body });
  await expect.poll(() => page.textContent("#text")).toBe(swappedText);

  const seen = await page.evaluate(async () => {
    const text = document.querySelector("#text")?.firstChild;
    if (text) text.nodeValue = "New: 415-555-0100";
    await Promise.resolve();
    return text?.nodeValue;
  });

  expect(seen).toBe("New: 415-555-0123");
});

test("a number that is only in a closed menu is not lent until the menu is opened", async () => {
  const hidden = `<div id="menu" hidden><span id="text">(415) 555-0100</span></div>`;
  const { page, api } = await open({ body: hidden });
  await api.until(({ swaps }) => swaps.length === 1);
  expect(api.swaps[0]?.targets).toEqual([]);

  await page.evaluate(() => (document.getElementById("menu") as HTMLElement).removeAttribute("hidden"));

  await expect.poll(() => page.textContent("#text")).toBe("(415) 555-0123");
  expect(api.swaps[1]?.targets).toEqual([targetId]);
});

test("a real touch is told once, a scripted one never, and neither is a mouse that rests where the page appears", async () => {
  const { page, api } = await open({ body });
  await expect.poll(() => page.textContent("#text")).toBe(swappedText);
  await page.evaluate(() => document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true })));
  await page.evaluate(() =>
    addEventListener("pointermove", ({ isTrusted }) => isTrusted && (document.title = "moved by 0")),
  );
  await page.mouse.move(0, 0);
  await expect.poll(() => page.title()).toBe("moved by 0");
  await api.until(({ beacons }) => beacons.some((event) => event.kind === "alive"));
  expect(api.beacons.map(({ kind }) => kind)).not.toContain("interaction");

  await page.mouse.move(20, 20);
  await page.mouse.move(40, 40);

  await api.until(({ beacons }) => beacons.some((event) => event.kind === "interaction"));
  const heard = api.beacons.length;
  await api.until(({ beacons }) => beacons.length > heard);
  expect(api.beacons.filter(({ kind }) => kind === "interaction")).toHaveLength(1);
});

test("a tap on the number's link names the number", async () => {
  const { page, api } = await open({ body });
  await expect.poll(() => page.textContent("#text")).toBe(swappedText);
  await page.evaluate(() => addEventListener("click", (event) => event.preventDefault()));

  await page.click("#link");

  await api.until(({ beacons }) => beacons.some((event) => event.kind === "tap"));
  const { numbers } = await remembered(page);
  expect(api.beacons.find((event) => event.kind === "tap")).toMatchObject({ number: numbers[0]?.number });
});

test("a tap on a number that is none of the visit's is not told: a stranger's, a marked one, one that only looks like a link", async () => {
  const links = `<a id="stranger" href="tel:+12125550177">x</a><a id="marked" data-ringtrail-ignore href="tel:${ownNumber}">x</a><b id="word">(415) 555-0100</b>`;
  const { page, api } = await open({ body: body + links });
  await expect.poll(() => page.textContent("#text")).toBe(swappedText);
  await page.evaluate(() => addEventListener("click", (event) => event.preventDefault()));

  for (const id of ["#stranger", "#marked", "#word", "#link"]) await page.click(id);

  await api.until(({ beacons }) => beacons.some((event) => event.kind === "tap"));
  expect(api.beacons.filter((event) => event.kind === "tap")).toHaveLength(1);
});

test("the server that is down leaves the page as it was", async () => {
  const { page, api } = await open({ body, arrange: (played) => (played.door = "broken") });
  await page.waitForLoadState("networkidle");

  await page.mouse.move(10, 10);

  expect(await page.textContent("#text")).toBe("Call (415) 555-0100");
  expect(await page.getAttribute("#link", "href")).toBe(`tel:${ownNumber}`);
  expect(api.beacons).toEqual([]);
});

test("a server that lends nothing leaves the page's own number", async () => {
  const { page, api } = await open({ body, arrange: (played) => (played.lends = "own") });

  await api.until(({ beacons }) => beacons.length > 0);

  expect(await page.textContent("#text")).toBe("Call (415) 555-0100");
});

interface Remembered {
  readonly visit: string;
  readonly numbers: readonly { readonly number: string }[];
}

function remembered(page: Awaited<ReturnType<typeof open>>["page"]): Promise<Remembered> {
  return page.evaluate(() => JSON.parse(localStorage.getItem("ringtrail") ?? "{}") as Remembered);
}
