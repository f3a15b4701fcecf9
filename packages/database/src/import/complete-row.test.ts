import { expect, test } from "vitest";
import { exportedCareTables, exportedTables } from "../export/exported-tables.ts";
import { nameOf } from "../export/read-table.ts";
import { completedRows } from "./complete-row.ts";

test("whatever an export leaves out of a table, an import puts in again", () => {
  const leaving = [...exportedTables, ...exportedCareTables].filter(({ leftOut }) => leftOut.length > 0).map(nameOf);

  expect([...completedRows.keys()].toSorted()).toEqual(leaving.toSorted());
});
