import { expect, test } from "vitest";
import { untouched } from "../../testing/markup/untouched.ts";
import { openMarkup } from "../../testing/open-markup.ts";

const page = openMarkup();

test.each(untouched)("left alone: %s", async (_promise, html) => {
  expect(await page.readBack(html)).toBe(await page.asParsed(html));
});
