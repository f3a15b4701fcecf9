import { lookAlikes } from "@ringtrail/snippet/testing";
import type { Measure } from "../measure.ts";
import { ourTag, paragraphs, waitForSwap, type Lab, type Page } from "./lab.ts";

const routes = 1_000;

/** What must not be there: shifts, false swaps, and memory that grows as a reader goes on. */
export async function measureStay(lab: Lab): Promise<readonly Measure[]> {
  const exact = { good: "below", quietReference: Number.POSITIVE_INFINITY, isExact: true } as const;
  return [
    { ...exact, unit: "", what: "layout shift of a late swap", budget: 0, measured: await shiftOf(lab), reference: 0 },
    {
      ...exact,
      unit: "",
      what: `false swaps among ${lookAlikes().length} look-alikes`,
      budget: 0,
      measured: await falseSwaps(lab),
      reference: 0,
    },
    {
      ...exact,
      unit: "kB",
      what: `memory after ${routes} routes, beside the same page without us`,
      budget: 300,
      ...(await memoryOf(lab)),
    },
  ];
}

/** The script comes when the number has been painted; all shifts of the page are added up. */
async function shiftOf(lab: Lab): Promise<number> {
  const page = await lab.browser.newPage();
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { readonly value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(lab.servePage("/shift", { body: paragraphs(100) }));
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 100))));
  await page.addScriptTag({ url: "/v1/sites/demo/ringtrail.js" });
  await waitForSwap(page);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 100))));
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  await page.close();
  return shifts.reduce((sum, shift) => sum + shift, 0);
}

async function falseSwaps(lab: Lab): Promise<number> {
  const rows = lookAlikes().map(([, html]) => `<p class="alike">${html}</p>`);
  const page = await lab.browser.newPage();
  await page.goto(lab.servePage("/alike", { head: ourTag, body: paragraphs(1) + rows.join("\n") }));
  await waitForSwap(page);
  const count = await page.evaluate((untouched) => {
    const aside = document.implementation.createHTMLDocument("").body;
    aside.innerHTML = untouched;
    const now = [...document.querySelectorAll(".alike")];
    return [...aside.children].filter(({ outerHTML }, index) => now[index]?.outerHTML !== outerHTML).length;
  }, rows.join("\n"));
  await page.close();
  return count;
}

async function memoryOf(lab: Lab): Promise<{ readonly measured: number; readonly reference: number }> {
  const [without, ours] = [await goThroughRoutes(lab, ""), await goThroughRoutes(lab, ourTag)];
  return { measured: Math.max(0, ours - without), reference: without };
}

/** What a page of a single-page app holds after a thousand routes, each with numbers on it, in kilobytes. */
async function goThroughRoutes(lab: Lab, head: string): Promise<number> {
  const context = await lab.browser.newContext();
  const page = await context.newPage();
  await page.goto(lab.servePage("/routes", { head, body: `${paragraphs(20)}<section></section>` }));
  // The driver's own script for waiting takes its room on both pages.
  if (head === "") await page.waitForFunction(() => document.querySelector("header a") !== null);
  else await waitForSwap(page);
  await page.evaluate(async (count) => {
    const section = document.querySelector("section") as HTMLElement;
    for (let route = 0; route < count; route += 1) {
      history.pushState({}, "", `/routes/${route}`);
      section.innerHTML = Array.from(
        { length: 20 },
        () => "<p>Ask us: <a href='tel:+14155550100'>415-555-0100</a></p>",
      ).join("");
      // A reader sees each of them.
      await new Promise((painted) => requestAnimationFrame(painted));
    }
    section.replaceChildren();
  }, routes);
  const held = await heldBy(page);
  await context.close();
  return held;
}

async function heldBy(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  for (let sweep = 0; sweep < 4; sweep += 1) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0 } = (await devtools.send("Runtime.getHeapUsage")) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
  };
  return (usedSize + embedderHeapUsedSize) / 1_000;
}
