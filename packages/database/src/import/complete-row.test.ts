import { expect, test } from "vitest";
import { getTableConfig } from "../drizzle.ts";
import { exportedCareTables, exportedTables } from "../export/exported-tables.ts";
import { nameOf } from "../export/read-table.ts";
import { completedRows } from "./complete-row.ts";

test("whatever an export leaves out of a table, an import puts in again", () => {
  const leaving = [...exportedTables, ...exportedCareTables].filter(({ table, leftOut }) =>
    getTableConfig(table).columns.some(({ name, notNull }) => notNull && leftOut.includes(name)),
  );

  expect([...completedRows.keys()]).toEqual(expect.arrayContaining(leaving.map(nameOf)));
});
