import type { Measure } from "../measure.ts";
import { ourTag, paragraphs, waitForSwap, type Lab, type Page } from "./lab.ts";

const blocks = 10_000;

/** What one look at a whole page takes, what the page's changes cost, and whether anything else was swapped. */
export async function measureScan(lab: Lab): Promise<readonly Measure[]> {
  const body = `${paragraphs(blocks)}<div id="room"></div>`;
  const page = await lab.browser.newPage();
  await page.goto(lab.servePage("/scan", { head: ourTag, body }));
  await waitForSwap(page);
  const plain = await lab.browser.newPage();
  await plain.goto(lab.servePage("/scan-plain", { body }));
  const measures: Measure[] = [
    {
      what: `one look at ${blocks} blocks of text`,
      unit: "ms",
      good: "below",
      budget: 2,
      measured: await timeLook(page, true),
      reference: await timeLook(plain, false),
      // A walker over all texts with one search for the number's last digits.
      quietReference: 1,
    },
  ];
  for (const records of [50, 1_000]) {
    const without = await timeRecords(plain, records);
    measures.push({
      what: `each of ${records} changes at once, beside the change itself`,
      unit: "us",
      good: "below",
      budget: 4,
      measured: Math.max(0, (await timeRecords(page, records)) - without),
      reference: without,
      quietReference: 3,
    });
  }
  await page.close();
  await plain.close();
  return measures;
}

/** The median of 41 looks, in milliseconds. */
function timeLook(page: Page, isOurs: boolean): Promise<number> {
  return page.evaluate((ours) => {
    const look = (): void => {
      const { ringtrail } = window as unknown as { ringtrail?: { numbers(): unknown } };
      if (ours) return void ringtrail?.numbers();
      const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) if (/0100|0123/.test((walker.currentNode as Text).data)) continue;
    };
    const times: number[] = [];
    for (let round = 0; round < 51; round += 1) {
      const began = performance.now();
      look();
      // The first ten are for the compiler.
      if (round >= 10) times.push(performance.now() - began);
    }
    return times.toSorted((a, b) => a - b)[20] ?? Infinity;
  }, isOurs);
}

/** What one of so many rows, added and then written over at once, takes with all that follows before the next frame: the median of 41, in microseconds. */
function timeRecords(page: Page, records: number): Promise<number> {
  return page.evaluate(async (count) => {
    const room = document.querySelector("#room") as HTMLElement;
    const times: number[] = [];
    for (let round = 0; round < 51; round += 1) {
      room.replaceChildren();
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      const began = performance.now();
      for (let row = 0; row < count / 2; row += 1) {
        const text = document.createTextNode("A row that a list shows");
        room.append(text);
        text.data = `A row with ${row} things`;
      }
      // Whoever watches the page is called before this.
      await Promise.resolve();
      if (round >= 10) times.push(((performance.now() - began) * 1_000) / count);
    }
    return times.toSorted((a, b) => a - b)[20] ?? Infinity;
  }, records);
}
