import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { diffRuleSets, load2017Article } from "../src/index.ts";
import { mustLoad, rules } from "../testing/rules.ts";
import { fillTables, guideTables } from "./guide-tables.ts";

const guide = readFileSync(new URL("../../../docs/guides/may-i-record.md", import.meta.url), "utf8");
const squeezed = (text: string) => text.replaceAll(/[ -]+/g, " ");

test("the owner's guide says what the law's data says: run pnpm guide when this fails", async () => {
  const tables = guideTables(rules, diffRuleSets(mustLoad(await load2017Article()), rules));

  expect(squeezed(guide)).toBe(squeezed(fillTables(guide, tables)));
  expect(Object.keys(tables).filter((name) => !guide.includes(`<!-- table: ${name} -->`))).toEqual([]);
});

test("a table's name that does not exist is seen in the guide", () => {
  expect(fillTables("<!-- table: moon -->\n<!-- end -->", {})).toContain("no such table");
});
