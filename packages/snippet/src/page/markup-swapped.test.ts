import { expect, test } from "vitest";
import { swapped } from "../../testing/markup/swapped.ts";
import { openMarkup } from "../../testing/open-markup.ts";

const page = openMarkup();

test.each(swapped)("swapped, in the page's own format: %s", async (_promise, before, after) => {
  expect(await page.readBack(before)).toBe(await page.asParsed(after));
});
