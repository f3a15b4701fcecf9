// What a browser does before a page is opened and after it was left: whole browsers only, the npm build does neither.
import { expect, test } from "vitest";
import { describeIn, type DebianTests } from "../testing/browse-debian.ts";

const own = "(415) 555-0100";
const lent = "(415) 555-0123";
const body = `<p id="text">${own}</p>`;

/** Keeps what the page was told of its own comings and goings. */
const keepEvents = (): void => {
  const told: string[] = [];
  Object.assign(window, { told });
  addEventListener("pageshow", ({ persisted }) => told.push(persisted ? "back" : "new"));
  document.addEventListener("prerenderingchange", () => told.push("opened"));
};

const comesBack = ({ open }: DebianTests): void =>
  test("a page that comes back from the back/forward cache shows the same number, asks again and is told again", async () => {
    const { page, api, site, text } = await open({
      body,
      before: keepEvents,
      pages: { "/other": "<p id=other>Other</p>" },
    });
    await expect.poll(() => text("#text")).toBe(lent);
    await page.goto(`${site.url}/other`);
    const asked = api.swaps.length;
    const told = api.beacons.filter(({ kind }) => kind === "page").length;

    // The driver waits for a load that a kept page has not.
    await page.evaluate(() => void setTimeout(() => history.back()));

    await expect.poll(() => text("#text")).toBe(lent);
    expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual(["new", "back"]);
    await api.until(({ swaps, beacons }) => swaps.length > asked && countPages(beacons) > told);
    // On a slow machine a page asks for its first number in two steps, of which only the later one knows the visit.
    expect(new Set(api.swaps.flatMap(({ visit }) => visit ?? [])).size).toBe(1);
    expect(await text("#text")).toBe(lent);
  });

await describeIn("firefox-esr", comesBack);

await describeIn("chromium", (given) => {
  comesBack(given);

  test("a page that is really prerendered asks for nothing and sends nothing; opened, it is swapped", async () => {
    const ahead = JSON.stringify({ prerender: [{ source: "list", urls: ["/next"], eagerness: "immediate" }] });
    const { page, api, site, text } = await given.open({
      body: `<a id="go" href="/next">Next</a><script type="speculationrules">${ahead}</script>`,
      // The driver is told of a prerendered page too late to put anything before its scripts.
      pages: { "/next": `<script>(${keepEvents.toString()})()</script>${body}` },
      policy: () => "default-src * 'unsafe-inline'",
    });
    // Both pages have fetched what they need; the second one has no reader.
    await api.until(({ asked }) => asked.filter((path) => path.endsWith("/config")).length >= 1);
    await expect.poll(() => site.asked.filter((path) => path === "/next").length).toBe(1);
    await api.until(({ swaps }) => swaps.length === 1);
    await page.evaluate(() => new Promise((passed) => setTimeout(passed, 1_500)));
    expect(api.swaps.map(({ targets }) => targets)).toEqual([[]]);

    await page.click("#go");

    await expect.poll(() => text("#text")).toBe(lent);
    const [entry] = await page.evaluate(() =>
      performance.getEntriesByType("navigation").map((each) => (each as { activationStart?: number }).activationStart),
    );
    expect(entry).toBeGreaterThan(0);
    expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toContain("opened");
    expect(site.asked.filter((path) => path === "/next")).toHaveLength(1);
    expect(api.swaps.at(-1)?.page.url).toBe(`${site.url}/next`);
  });
});

function countPages(beacons: readonly { readonly kind: string }[]): number {
  return beacons.filter(({ kind }) => kind === "page").length;
}
