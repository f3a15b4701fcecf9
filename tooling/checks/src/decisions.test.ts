import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../../../docs/decisions/", import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));

test("decisions are numbered one after the other, and each page's title says its number", () => {
  const titles = pages.toSorted().map((page) => {
    const [, number] = /^# (\d+)\. /.exec(readFileSync(new URL(page, folder), "utf8")) ?? [];
    return [page.slice(0, 4), number];
  });

  expect(titles).toEqual(pages.map((_, nth) => [String(nth + 1).padStart(4, "0"), String(nth + 1)]));
});
