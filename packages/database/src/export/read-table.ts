import type { ReservedSql } from "postgres";
import { getTableConfig } from "../drizzle.ts";
import type { ExportedTable } from "./exported-tables.ts";

/** Rows asked for at a time: enough to be quick, few enough to fit in memory whatever they hold. */
const rowsAtOnce = 500;

/** The columns an export of the table holds, in the table's order. */
export function columnsOf({ table, leftOut }: ExportedTable): readonly string[] {
  return getTableConfig(table)
    .columns.map(({ name }) => name)
    .filter((name) => !leftOut.includes(name));
}

/** The table's name as its file has it. */
export function nameOf({ table }: ExportedTable): string {
  return getTableConfig(table).name;
}

/** A table's rows as lines of JSON, by primary key, as the transaction of `sql` sees them. */
export async function* readTable(sql: ReservedSql, exported: ExportedTable): AsyncGenerator<string> {
  const { schema, name, primaryKeys } = getTableConfig(exported.table);
  const keys = primaryKeys.flatMap(({ columns }) => columns.map((column) => column.name));
  // PostgreSQL writes the JSON: no number and no text is changed by passing through this process.
  const rows = sql<{ readonly line: string }[]>`
    select to_jsonb(picked)::text as line
    from (select ${sql(columnsOf(exported))} from ${sql(`${schema}.${name}`)} order by ${sql(keys)}) picked`;
  for await (const part of rows.cursor(rowsAtOnce)) yield* part.map(({ line }) => line);
}
