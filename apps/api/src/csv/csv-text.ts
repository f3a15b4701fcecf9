import type { OpenText } from "@ringtrail/core";

/** What stands in a cell; undefined leaves it empty. */
export type CsvCell = OpenText | number | undefined;

/**
 * Rows as a spreadsheet's text (CSV, RFC 4180). Text that a spreadsheet would compute is marked as text, because some of
 * it is written by visitors: a campaign may be called `=HYPERLINK(...)`. A number stays one.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Told to the browser: what it is, that its first row names the columns, and how the file is called. */
export function csvHeaders(file: string): Readonly<Record<string, string>> {
  return {
    "content-type": "text/csv; charset=utf-8; header=present",
    "content-disposition": `attachment; filename="${file}"`,
  };
}

function cell(value: CsvCell): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  // A phone number begins with a plus too, and is no formula.
  const safe = /^[=\-@\t\r]|^\+(?!\d+$)/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
