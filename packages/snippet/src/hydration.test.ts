import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { browse, type Page } from "../testing/browse.ts";
import { appOf, bundleApp, renderedApp, type Framework } from "../testing/bundle-app.ts";
import { bundleGuide, renderGuide } from "../testing/guide-app.ts";

const open = browse();
const own = "(415) 555-0100";
const lent = "(415) 555-0123";
const policy = (): string => "default-src * 'unsafe-inline'";
const frameworks = ["React", "Vue"] as const;

const render = (page: Page, count: number): Promise<void> =>
  page.evaluate((to) => (window as unknown as { render(count: number): void }).render(to), count);

/** The app is drawn anew twice and the reader withdraws: the app's own page must be left. */
async function goesOn(page: Page): Promise<void> {
  for (const count of [1, 2]) {
    await render(page, count);
    await expect.poll(() => page.textContent("#root")).toBe(`Call ${lent} ${count}`);
  }
  await page.evaluate(() => window.ringtrail?.push({ answer: "denied" }));
  await expect.poll(() => page.textContent("#root")).toBe(`Call ${own} 2`);
}

/** What the framework said of the page it took over. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  return complaints;
}

test.each(frameworks)(
  "%s that has taken over the page before us is swapped and goes on, without a word",
  async (kind) => {
    const { page, api } = await open({
      body: `${renderedApp(kind, own, false)}<script src="/app.js"></script>`,
      pages: { "/app.js": await bundleApp(appOf(kind, own, false)) },
      policy,
      arrange: (played) => (played.door = "held"),
    });
    const complaints = complaintsOf(page);
    await page.waitForFunction(() => "render" in window);
    api.door = "open";
    api.release();
    await expect.poll(() => page.textContent("#root")).toBe(`Call ${lent}`);

    await goesOn(page);

    expect(complaints).toEqual([]);
  },
);

test.each(frameworks)(
  "%s that takes over a page we have swapped already says nothing where the number is marked as one that may differ",
  async (kind) => {
    const { page, complaints } = await openSwapped(kind, true);

    await goesOn(page);

    expect(complaints).toEqual([]);
  },
);

test.each(frameworks)(
  "%s that takes over an unmarked number after us complains, and no reader sees it",
  async (kind) => {
    const { page, complaints, api } = await openSwapped(kind, false);

    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
    await goesOn(page);

    const said = [...complaints, ...api.refused.splice(0)].join(" ");
    expect(said).toMatch(/hydrat/i);
  },
);

/** A page whose app comes once our number stands in what the server rendered. `seen` holds frames that showed another. */
async function openSwapped(kind: Framework, allows: boolean) {
  const visited = await open({
    body: renderedApp(kind, own, allows),
    pages: { "/app.js": await bundleApp(appOf(kind, own, allows)) },
    policy,
  });
  const { page } = visited;
  const complaints = complaintsOf(page);
  await expect.poll(() => page.textContent("#root")).toBe(`Call ${lent}`);
  await page.evaluate((wrong) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = (): void => {
      const text = document.querySelector("#root")?.textContent ?? "";
      if (text.includes(wrong)) seen.push(text);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, own);
  await page.addScriptTag({ url: "/app.js" });
  await page.waitForFunction(() => "render" in window);
  // React begins in a task of its own.
  await page.evaluate(() => new Promise((painted) => setTimeout(() => requestAnimationFrame(painted), 50)));
  return { ...visited, complaints };
}

test("the React example of the guide, word for word: rendered by a server, taken over, swapped, without a word", async () => {
  const guide = readFileSync(new URL("../../../docs/guides/any-shop.md", import.meta.url), "utf8");
  const example = /^```tsx\n([\s\S]*?)^```/m.exec(guide)?.[1] ?? "";
  const { page, api } = await open({ body: await renderGuide(example), head: () => "", pages: {}, policy });
  const complaints = complaintsOf(page);
  const here = example.replace("https://calls.example.com", api.url);

  await page.addScriptTag({ content: await bundleGuide(here) });

  await expect.poll(() => page.textContent("#root a")).toBe(lent);
  expect(await page.getAttribute("#root a", "href")).toBe("tel:+14155550123");
  expect(complaints).toEqual([]);
});
