import { expect, test } from "vitest";
import { wholeList } from "./whole-list.ts";
import type { PageAsked } from "./query-of.ts";

interface Page {
  readonly sites: readonly string[];
  readonly open: readonly string[];
  readonly name: string;
  readonly next?: string | undefined;
}

const pages = new Map<string | undefined, Page>([
  [undefined, { sites: ["a", "b"], open: ["x"], name: "first", next: "2" }],
  ["2", { sites: ["c"], open: [], name: "second", next: "3" }],
  ["3", { sites: ["d"], open: [], name: "third" }],
]);

test("every page is asked for once, in order, and each list of them is put together", async () => {
  const asked: PageAsked[] = [];

  const whole = await wholeList(async (page) => {
    asked.push(page);
    return pages.get(page.cursor) ?? { sites: [], open: [], name: "none" };
  });

  expect(whole).toMatchObject({ sites: ["a", "b", "c", "d"], open: ["x"], name: "first" });
  expect(whole.next).toBeUndefined();
  expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, "2", "3"]);
});

test("a list of one page is asked for once, and a page that cannot be had is thrown", async () => {
  const one = { sites: ["a"], next: undefined };
  expect(await wholeList(async () => one)).toBe(one);
  const breaks = wholeList(async ({ cursor }) => {
    if (cursor !== undefined) throw new Error("gone");
    return { sites: ["a"], next: "2" };
  });
  await expect(breaks).rejects.toThrow("gone");
});
