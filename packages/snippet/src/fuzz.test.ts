import { expect, test } from "vitest";
import { browse, type Page } from "../testing/browse.ts";
import { bundleFuzz } from "../testing/fuzz-app.ts";

const open = browse();
const isLong = process.env["RINGTRAIL_TEST_ALL"] === "1";
const seconds = isLong ? 60 : 3;
/** Another one in each long run, and its title says which; `RINGTRAIL_SEED=7` repeats it. */
const seed = Number(process.env["RINGTRAIL_SEED"] ?? (isLong ? Date.now() % 1_000_000 : 1));
const body = `<p id="text">(415) 555-0100</p><div id="app"></div><main id="plain"></main><script src="/fuzz.js"></script>`;

interface Fuzzed {
  readonly fuzz: { step(count: number): Promise<void> };
}

/** Steps until the time is up, and says how many there were; or so many, at once. */
function fuzz(page: Page, until: { readonly seconds: number } | { readonly batches: number }): Promise<number> {
  return page.evaluate(async (limit) => {
    const { fuzz } = window as unknown as Fuzzed;
    const end = "seconds" in limit ? performance.now() + limit.seconds * 1000 : Infinity;
    const most = "batches" in limit ? limit.batches : Infinity;
    let batches = 0;
    for (; batches < most && performance.now() < end; batches++) {
      await fuzz.step(1 + (batches % 7));
      // Now and then the page is painted, and we are called for what has come into view.
      if (batches % 3 === 0 && "seconds" in limit) await new Promise((painted) => requestAnimationFrame(painted));
    }
    return batches;
  }, until);
}

const htmlOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    // Two frames: what cost too much in one goes on in the next.
    for (let frame = 0; frame < 3; frame++) await new Promise((painted) => requestAnimationFrame(painted));
    return document.body.innerHTML;
  });

/** Where two pages begin to differ, with what stands around; empty when they do not. */
function difference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at] && at < one.length) at += 1;
  if (one === other) return "";
  return [one, other].map((html) => html.slice(Math.max(0, at - 150), at + 60)).join("\n  but\n");
}

test(`after ${seconds} s of changes at random the page is what it would be without us, but for the numbers (seed ${seed})`, async () => {
  const pages = { "/fuzz.js": await bundleFuzz(seed) };
  const settings = (api: string): string => JSON.stringify({ site: "demo", server: api });
  const policy = (): string => "default-src * 'unsafe-inline'";
  const ours = await open({ body, pages, policy });
  const without = await open({ body, pages, policy, head: () => "" });
  await expect.poll(() => ours.page.textContent("#text")).toBe("(415) 555-0123");
  const complaints: string[] = [];
  ours.page.on("console", (message) => complaints.push(message.text()));

  const batches = await fuzz(ours.page, { seconds });
  await fuzz(without.page, { batches });

  const left = await htmlOf(without.page);
  const swapped = await htmlOf(ours.page);
  expect(batches).toBeGreaterThan(20);
  expect(complaints).toEqual([]);
  expect(swapped).not.toBe(left);
  // Nothing but digits differs.
  expect(difference(swapped.replaceAll(/\d/g, "0"), left.replaceAll(/\d/g, "0"))).toBe("");

  // A script of ours that comes to the page only now makes the same of it: nothing was missed, nothing done twice.
  await without.page.evaluate((text) => void (window.ringtrail = [JSON.parse(text)]), settings(without.api.url));
  await without.page.addScriptTag({ url: `${without.api.url}/snippet/latest/ringtrail.js` });
  await expect.poll(() => without.page.textContent("#text")).toBe("(415) 555-0123");
  const fresh = await without.page.evaluate(() => {
    for (const script of document.querySelectorAll("script[src*='/snippet/']")) script.remove();
    return document.body.innerHTML;
  });
  // Ours may still have work left from the last frames: a look costs each at most five ms.
  await expect.poll(async () => difference(await htmlOf(ours.page), fresh)).toBe("");

  // And when the visitor withdraws, the page is exactly the one without us.
  await ours.page.evaluate(() => window.ringtrail?.push({ answer: "denied" }));
  await expect.poll(async () => difference(await htmlOf(ours.page), left)).toBe("");
}, 240_000);
