// The list of what a page is promised once more in a browser of another make, driven over WebDriver BiDi.
import { expect, test } from "vitest";
import { describeIn } from "../testing/browse-debian.ts";
import { appOf, bundleApp, renderedApp } from "../testing/bundle-app.ts";
import { lentNumber, lookAlikes, ownNumber, sourceNumber, targetId } from "../testing/index.ts";
import { swapped } from "../testing/markup/swapped.ts";
import { untouched } from "../testing/markup/untouched.ts";
import { asParsedHere, markupReady, markupVisiting, readBackHere } from "../testing/markup/visiting.ts";

const own = "Call (415) 555-0100";
const lent = "Call (415) 555-0123";
const direct = "Call (415) 555-0111";
const body = `<p id="text">${own}</p><p><a id="link" href="tel:${ownNumber}">Call now</a></p>`;
const loose = (): string => "default-src * 'unsafe-inline'";
const whole = (api: string): string => `<script src="${api}/v1/sites/demo/ringtrail.js"></script>`;

await describeIn("firefox-esr", ({ open }) => {
  test("every line of both tables of markup", async () => {
    const { page, text } = await open(markupVisiting());
    await expect.poll(() => text("#ready")).toBe(markupReady);
    const broken: string[] = [];
    const lines = [...swapped, ...untouched.map(([promise, html]) => [promise, html, html] as const)];

    for (const [promise, before, after] of lines) {
      const [is, should] = [await page.evaluate(readBackHere, before), await page.evaluate(asParsedHere, after)];
      if (is !== should) broken.push(`${promise}: ${is}`);
    }

    expect(broken).toEqual([]);
    expect(lines.length).toBeGreaterThanOrEqual(150);
  });

  test("a page of look-alikes stays as it is", async () => {
    const alikes = lookAlikes().map(([, html], index) => `<p id="alike${index}">${html}</p>`);
    const { page, text } = await open({ body: `${body}<main>${alikes.join("")}</main>` });
    await expect.poll(() => text("#text")).toBe(lent);

    const expected = await page.evaluate(asParsedHere, alikes.join(""));

    expect(await page.evaluate(() => document.querySelector("main")?.innerHTML)).toBe(expected);
  });

  test("a visit gets a number of its own, in text and link; a touch and a tap are told", async () => {
    const { page, api, text } = await open({ body });
    await expect.poll(() => text("#text")).toBe(lent);
    expect(await page.$eval("#link", (link) => link.getAttribute("href"))).toBe(`tel:${lentNumber}`);
    await page.evaluate(() => addEventListener("click", (event) => event.preventDefault()));

    await page.click("#link");

    await api.until(({ beacons }) => beacons.some(({ kind }) => kind === "tap"));
    expect(api.beacons.map(({ kind }) => kind)).toContain("interaction");
    expect(api.swaps).toHaveLength(1);
    expect(await page.evaluate(() => document.cookie)).toBe("");
  });

  test("no frame shows a wrong number at 100 ms of latency, and the next page begins with the right one", async () => {
    const { page, api, site, text } = await open({
      body,
      head: whole,
      pages: { "/next": body },
      before: watchFrames,
      arrange: (played) => (played.delayMs = 100),
    });
    await expect.poll(() => text("#text")).toBe(lent);
    await expect.poll(async () => (await seenIn(page)).at(-1)).toBe(lent);
    expect(await seenIn(page)).not.toContain(own);
    expect(api.asked.filter((path) => path !== "/v1/beacon")).toEqual(["/v1/sites/demo/ringtrail.js", "/v1/swap"]);
    api.door = "held";

    await page.goto(`${site.url}/next`);

    await expect.poll(async () => (await seenIn(page)).length).toBeGreaterThan(0);
    expect(await seenIn(page)).toEqual([lent]);
  });

  test("before an answer the source's number; a yes brings the visit's, a no the page's own, without a reload", async () => {
    const { page, api, text } = await open({ body, config: { regime: "opt-in" } });
    await expect.poll(() => text("#text")).toBe(direct);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(api.swaps).toEqual([]);
    expect(await page.$eval("#link", (link) => link.getAttribute("href"))).toBe(`tel:${sourceNumber.direct}`);

    await page.evaluate(() => window.ringtrail?.push({ answer: "granted" }));
    await expect.poll(() => text("#text")).toBe(lent);
    await page.evaluate(() => window.ringtrail?.push({ answer: "denied" }));

    await expect.poll(() => text("#text")).toBe(own);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test("an objection of the browser's own is obeyed", async () => {
    const objects = (): void =>
      void Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true });
    const { page, api, text } = await open({ body, before: objects });
    await page.waitForNetworkIdle();

    expect(await text("#text")).toBe(own);
    expect(api.swaps).toEqual([]);
  });

  test("what a framework writes over, a route of an app, a shadow root and a frame show the visit's number", async () => {
    const inside = `<div id="host"><template shadowrootmode="open"><p>${own}</p></template></div><iframe src="/frame"></iframe>`;
    const pages = { "/frame": `<p>${own}</p>`, "/away": "" };
    const { page, api, text } = await open({ body: `${body}${inside}`, pages, policy: loose, head: notInFrames });
    await expect.poll(() => text("#text")).toBe(lent);
    const within = (): Promise<(string | null | undefined)[]> =>
      page.evaluate(() => [
        document.querySelector("#host")?.shadowRoot?.textContent,
        document.querySelector("iframe")?.contentDocument?.querySelector("p")?.textContent,
      ]);
    await expect.poll(within).toEqual([lent, lent]);

    const seen = await page.evaluate(async (number) => {
      history.pushState({}, "", "/away");
      const text = document.querySelector("#text")?.firstChild as Text;
      text.data = `New: ${number}`;
      await Promise.resolve();
      return text.data;
    }, own);

    expect(seen).toBe(`New: ${lent}`);
    await api.until(({ beacons }) => beacons.some(({ kind }) => kind === "page"));
    expect(api.swaps.at(-1)?.targets).toEqual([targetId]);
  });

  test.each(["React", "Vue"] as const)("%s takes over what we have swapped and goes on", async (kind) => {
    const { page, text } = await open({
      body: renderedApp(kind, "(415) 555-0100", true),
      pages: { "/app.js": await bundleApp(appOf(kind, "(415) 555-0100", true)) },
      policy: loose,
    });
    await expect.poll(() => text("#root")).toBe(lent);

    await page.addScriptTag({ url: "/app.js" });
    await expect.poll(() => page.evaluate(() => "render" in window)).toBe(true);
    await page.evaluate(() => (window as unknown as { render(count: number): void }).render(3));

    await expect.poll(() => text("#root")).toBe(`${lent} 3`);
  });

  test("a policy that trusts only the nonce, and the overlay under it", async () => {
    const { page, text } = await open({
      body,
      path: "/?ringtrail=debug",
      head: (api) => `<script nonce="n1" async src="${api}/v1/sites/demo/ringtrail.js"></script>`,
      policy: (api) => `default-src 'none'; script-src 'nonce-n1' 'strict-dynamic'; connect-src ${api}`,
    });

    await expect.poll(() => text("#text")).toBe(lent);
    await expect.poll(() => page.$("ringtrail-debug")).not.toBe(null);
  });

  test.each(["broken", "held"] as const)("a server that is %s leaves the page as it was", async (door) => {
    const { page, api } = await open({ body, config: { holdMs: 400 }, arrange: (played) => (played.door = door) });
    await api.until(({ asked }) => asked.includes("/v1/swap"));
    await page.evaluate(() => new Promise((passed) => setTimeout(passed, 600)));

    expect(await page.evaluate(() => document.body.innerHTML)).toBe(body);
    expect(await page.evaluate(() => CSS.highlights.get("ringtrail")?.size ?? 0)).toBe(0);
  });
});

/** Our tag on the page itself and not in its frames, as on most pages. */
function notInFrames(api: string): string {
  return `<script>if (top === self) document.write('<script async src="${api}/snippet/latest/ringtrail.js" data-site="demo"><\\/script>')</script>`;
}

/** Remembers in each frame what the number was, and whether it was held back. */
function watchFrames(): void {
  const seen: string[] = [];
  Object.assign(window, { seen });
  const look = (): void => {
    const text = document.querySelector("#text")?.textContent;
    if (text) seen.push((CSS.highlights.get("ringtrail")?.size ?? 0) > 0 ? "held" : text);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** What was seen, each change once. */
function seenIn(page: { evaluate<R>(work: () => R): Promise<R> }): Promise<string[]> {
  return page.evaluate(() =>
    (window as unknown as { seen: string[] }).seen.filter((text, index, all) => text !== all[index - 1]),
  );
}
