import { expect, test } from "vitest";
import { columnsKept, columnsRead } from "./columns-kept.ts";

function aShelf(kept?: string): Pick<Storage, "getItem" | "setItem"> {
  let words = kept ?? null;
  return { getItem: () => words, setItem: (_key, next) => void (words = next) };
}

const all = ["when", "source", "landing", "sure", "outcome"];

test("columns stay as somebody left them", () => {
  const shelf = aShelf();
  columnsKept(shelf, ["outcome", "when", "source"]);

  expect(columnsRead(shelf)).toEqual(["outcome", "when", "source"]);
});

test.each([
  ["nobody chose", undefined, all],
  ["the way to the call is missing", "source outcome", all],
  ["a column is named twice and another is unknown", "when when later source", ["when", "source"]],
  ["nonsense", "__proto__", all],
])("what was kept is read with care: %s", (_why, kept, expected) => {
  expect(columnsRead(aShelf(kept))).toEqual(expected);
});

test("a browser that keeps nothing shows every column", () => {
  const closed = {
    getItem: () => {
      throw new Error("denied");
    },
    setItem: () => {
      throw new Error("denied");
    },
  };
  columnsKept(closed, ["when"]);

  expect(columnsRead(closed)).toEqual(all);
});
