import { expect, test } from "vitest";
import { readPaths } from "./read-paths.ts";

test("paths are read with quotes, spaces, a byte order mark and columns in any order", () => {
  const text = '\uFEFFConversions,path,null\r\n3,"Email, June > direct",4\r\n\r\n1.5,a,\r\n';

  expect(readPaths(text)).toEqual({
    ok: true,
    paths: [
      { path: ["Email, June", "direct"], conversions: 3, value: 0, nulls: 4 },
      { path: ["a"], conversions: 1.5, value: 0, nulls: 0 },
    ],
  });
});

test("the columns of other tools' exports are understood", () => {
  const text = "path,total_conversions,total_non_conversions\nA > B,5,7\n";

  expect(readPaths(text)).toMatchObject({ paths: [{ path: ["A", "B"], conversions: 5, nulls: 7 }] });
});

const wrong: [why: string, text: string, code: string, line: number | undefined][] = [
  ["no column path", "a,conversions\nx,1\n", "column_missing", 2],
  ["no column conversions", "path\nx\n", "column_missing", 2],
  ["a channel without a name", "path,conversions\nx,1\na > > b,1\n", "path_empty", 3],
  ["an empty path", 'path,conversions\n"",1\n', "path_empty", 2],
  ["an amount that is none", "path,conversions\nx,many\n", "amount_malformed", 2],
  ["less than nothing", "path,conversions,null\nx,1,-1\n", "amount_malformed", 2],
  ["a line with a cell too many", "path,conversions\nx,1,2\n", "csv_malformed", undefined],
];

test.each(wrong)("%s is a named problem with its line", (_why, text, code, line) => {
  expect(readPaths(text)).toMatchObject({ ok: false, why: { code, line } });
});
