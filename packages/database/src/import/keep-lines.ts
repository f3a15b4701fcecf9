import type { TransactionSql } from "postgres";
import { getTableConfig } from "../drizzle.ts";
import type { ExportedTable } from "../export/exported-tables.ts";
import { nameOf } from "../export/read-table.ts";
import { completedRows, type Row, type RowGround } from "./complete-row.ts";
import { ImportStopped, type ImportReason } from "./import-reason.ts";

/** As many as are read at a time on the way out; sounds come one by one, each with its megabytes. */
const rowsAtOnce = 500;
const soundsAtOnce = 1;

/** One row, as JSON, and the line it stands on. */
interface Line {
  readonly json: string;
  readonly line: number;
}

/** Keeps the lines of one file, and answers how many. @throws ImportStopped for the first that cannot be kept. */
export async function keepLines(
  sql: TransactionSql,
  exported: ExportedTable,
  lines: AsyncIterable<string>,
  ground: RowGround,
): Promise<number> {
  const name = nameOf(exported);
  const atOnce = name === "sounds" ? soundsAtOnce : rowsAtOnce;
  const columns = getTableConfig(exported.table).columns.map((column) => column.name);
  const written = new Set(
    [...columns, "number", "name", "note"].filter((column) => !exported.leftOut.includes(column)),
  );
  const complete = completedRows.get(name);
  let kept = 0;
  let waiting: Line[] = [];
  const flush = async () => {
    await insertLines(sql, exported, waiting);
    kept += waiting.length;
    waiting = [];
  };
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const row = checkLine(text, { table: name, line }, written, ground);
    // Untouched, PostgreSQL reads what PostgreSQL wrote: no number passes through ours.
    const json = complete === undefined ? text : JSON.stringify(await complete(row, ground));
    waiting.push({ json, line });
    if (waiting.length >= atOnce) await flush();
  }
  if (waiting.length > 0) await flush();
  return kept;
}

function checkLine(
  text: string,
  at: Pick<ImportReason, "table" | "line">,
  columns: ReadonlySet<string>,
  { account }: RowGround,
): Row {
  const row = readObject(text);
  if (row === undefined) throw new ImportStopped({ code: "line_malformed", ...at, about: "JSON" });
  const unknown = Object.keys(row).find((column) => !columns.has(column));
  if (unknown !== undefined) throw new ImportStopped({ code: "column_unknown", ...at, about: unknown });
  if (row["account_id"] !== account) {
    throw new ImportStopped({ code: "account_foreign", ...at, about: "account_id" });
  }
  return row;
}

function readObject(text: string): Row | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Row) : undefined;
  } catch {
    return undefined;
  }
}

async function insertLines(sql: TransactionSql, exported: ExportedTable, lines: readonly Line[]): Promise<void> {
  const trouble = await tryInsert(sql, exported, lines);
  if (trouble === undefined) return;
  // One of them is at fault; the statement does not say which.
  for (const line of lines) {
    const its = await tryInsert(sql, exported, [line]);
    if (its !== undefined) {
      throw new ImportStopped({ code: "row_refused", table: nameOf(exported), line: line.line, about: its });
    }
  }
  throw new Error("Rows that are taken one by one are refused together.");
}

/** Undefined when the rows were kept, otherwise the rule they break. @throws for what no row is to blame for. */
async function tryInsert(
  sql: TransactionSql,
  { table }: ExportedTable,
  lines: readonly Line[],
): Promise<string | undefined> {
  const { schema, name, columns } = getTableConfig(table);
  const target = sql(`${schema}.${name}`);
  const picked = sql(columns.map((column) => column.name));
  const rows = `[${lines.map(({ json }) => json).join(",")}]`;
  try {
    await sql.savepoint(
      (inner) => inner`
        insert into ${target} (${picked}) overriding system value
        select ${picked} from json_populate_recordset(null::${target}, ${rows}::text::json)`,
    );
    return undefined;
  } catch (error) {
    return brokenRule(error);
  }
}

/** Class 22 is a value that cannot be read, class 23 a rule that is broken. */
function brokenRule(error: unknown): string {
  const { code, constraint_name: constraint, column_name: column } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof code !== "string" || !/^2[23]/.test(code)) throw error;
  return [constraint, column, code].find((word) => typeof word === "string") as string;
}
