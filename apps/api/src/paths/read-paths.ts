import { parse } from "csv-parse/sync";
import type { PathTotals } from "@ringtrail/core/attribution";

/** Why a file of paths cannot be read. */
export interface PathsMalformed {
  readonly code: "csv_malformed" | "column_missing" | "path_empty" | "amount_malformed";
  /** Of the file, the first is 1; undefined when the whole file is meant. */
  readonly line: number | undefined;
  readonly detail: string;
}

/** The names a column may have: ours, and those of the tools that export such files. */
const names = {
  conversions: ["conversions", "total_conversions"],
  value: ["value", "total_conversion_value", "conversion_value", "revenue"],
  nulls: ["null", "nulls", "total_null", "total_non_conversions", "non_conversions"],
} as const;

/** Reads paths from CSV text with the columns `path` (`a > b > c`), `conversions`, and if given `value` and `null`. */
export function readPaths(
  text: string,
): { readonly ok: true; readonly paths: readonly PathTotals[] } | { readonly ok: false; readonly why: PathsMalformed } {
  const read = readRecords(text);
  if ("code" in read) return { ok: false, why: read };
  const paths: PathTotals[] = [];
  for (const { record, line } of read) {
    const path = readPath(record, line);
    if ("code" in path) return { ok: false, why: path };
    paths.push(path);
  }
  return { ok: true, paths };
}

interface Line {
  readonly line: number;
  readonly record: Readonly<Record<string, string>>;
}

function readRecords(text: string): readonly Line[] | PathsMalformed {
  try {
    const lower = (header: readonly string[]) => header.map((name) => name.trim().toLowerCase());
    const parsed = parse(text, { bom: true, columns: lower, info: true, skip_empty_lines: true, trim: true });
    return (parsed as readonly { info: { lines: number }; record: Record<string, string> }[]).map(
      ({ info, record }) => ({ line: info.lines, record }),
    );
  } catch (error) {
    return { code: "csv_malformed", line: undefined, detail: error instanceof Error ? error.message : "No CSV." };
  }
}

function readPath(record: Line["record"], line: number): PathTotals | PathsMalformed {
  const [first, ...more] = (record["path"] ?? "").split(">").map((channel) => channel.trim());
  if (record["path"] === undefined) return missing("path", line);
  if (first === undefined || first === "" || more.includes("")) {
    return { code: "path_empty", line, detail: "The path is empty or names an empty channel." };
  }
  const conversions = amount(record, "conversions", line);
  const value = amount(record, "value", line);
  const nulls = amount(record, "nulls", line);
  if (conversions === undefined) return missing("conversions", line);
  for (const each of [conversions, value, nulls]) if (typeof each === "object") return each;
  return {
    path: [first, ...more],
    conversions: Number(conversions),
    value: Number(value ?? 0),
    nulls: Number(nulls ?? 0),
  };
}

function missing(column: string, line: number): PathsMalformed {
  return { code: "column_missing", line, detail: `The file has no column ${column}.` };
}

/** The column's amount; an empty cell is none. */
function amount(record: Line["record"], column: keyof typeof names, line: number): number | undefined | PathsMalformed {
  const text = names[column].map((name) => record[name]).find((cell) => cell !== undefined);
  if (text === undefined) return undefined;
  const number = text === "" ? 0 : Number(text);
  if (Number.isFinite(number) && number >= 0) return number;
  return { code: "amount_malformed", line, detail: `In column ${column} stands ${JSON.stringify(text)}, no amount.` };
}
