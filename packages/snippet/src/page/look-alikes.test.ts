import { expect, test } from "vitest";
import { browse } from "../../testing/browse.ts";
import { lookAlikes } from "../../testing/index.ts";

const open = browse();
const all = lookAlikes();
const page = all.map(([, html], index) => `<p id="alike${index}">${html}</p>`).join("\n");

test("there are three hundred look-alikes at least, no two are the same, and each has the digits of the number", () => {
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(new Set(all.map(([, html]) => html)).size).toBe(all.length);
  const strangers = all.filter(([, html]) => !/415555|5550100|55501/.test(html.replace(/\D/g, "")));
  expect(strangers).toEqual([]);
});

test("on a page of SKUs, prices, dates, parcels, accounts and other numbers nothing but the number is swapped", async () => {
  const { page: visited, api } = await open({ body: `<p id="text">Call (415) 555-0100</p>${page}` });
  await expect.poll(() => visited.textContent("#text")).toBe("Call (415) 555-0123");
  // The whole page was looked at once more since.
  await visited.evaluate(() => {
    const { ringtrail } = window;
    if (ringtrail && "version" in ringtrail) ringtrail.swap(document.body);
  });

  const changed = await visited.evaluate((untouched) => {
    const aside = document.implementation.createHTMLDocument("").body;
    aside.innerHTML = untouched;
    return [...aside.children].flatMap(({ id, outerHTML }) =>
      document.getElementById(id)?.outerHTML === outerHTML ? [] : [outerHTML],
    );
  }, page);

  expect(changed).toEqual([]);
  expect(api.swaps).toHaveLength(1);
});
