import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvText } from "./csv-text.ts";

const cells: [why: string, cell: string | number | undefined, text: string][] = [
  ["plain text", "Spring sale", "Spring sale"],
  ["a comma and a quote", 'red, "large"', '"red, ""large"""'],
  ["two lines", "a\nb", '"a\nb"'],
  ["a formula", "=1+1", "'=1+1"],
  ["a formula that begins with a plus", "+1+1", "'+1+1"],
  ["a phone number is none", "+14155550100", "+14155550100"],
  ["one that begins with a minus", "-2+3", "'-2+3"],
  ["one that begins with an at sign", "@SUM(A1)", "'@SUM(A1)"],
  ["one behind a tab", "\t=1", "'\t=1"],
  ["a number below zero is a number", -2.5, "-2.5"],
  ["nothing", undefined, ""],
];

test.each(cells)("%s", (_why, cell, text) => {
  expect(csvText([[cell]])).toBe(`${text}\r\n`);
});

test("whatever stands in the cells, a reader finds it again, and no cell begins like a formula", () => {
  const row = fc.array(fc.string(), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(row, (told) => {
      const [read = []] = parse(csvText([told]), { relaxColumnCount: true }) as string[][];
      expect(read.map((cell, nth) => (cell === told[nth] ? cell : cell.replace(/^'/, "")))).toEqual(told);
      for (const cell of read) expect(cell).not.toMatch(/^[=@\t\r-]/);
    }),
  );
});
