import type { Readable } from "node:stream";
import { parse, type Parser } from "csv-parse";
import { decodeText } from "../../costs/decode-text.ts";

/** A row of a spreadsheet: its cells, or that it is none. Lines are counted from 1, as an editor counts. */
export type SheetRow = { readonly line: number } & (
  | { readonly cells: readonly string[] }
  | { readonly malformed: string }
);

/** Nobody's cell is longer; one that is has lost its closing quote. */
const longestRow = 256 * 1024;

/** Reads a CSV file row by row, never more than a few in memory: comma, semicolon or tab, UTF-8 or UTF-16. */
export async function* readSheet(input: Readable): AsyncGenerator<SheetRow> {
  const { text, delimiter } = await decodeText(input);
  const skipped: SheetRow[] = [];
  const skip = (line: unknown, malformed = "The row is no CSV."): undefined => {
    skipped.push({ line: typeof line === "number" ? line : 0, malformed });
    return undefined;
  };
  const parser: Parser = parse({
    bom: true,
    delimiter,
    info: true,
    max_record_size: longestRow,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => skip(error?.["lines"], error?.message),
  });
  text.on("error", (error) => parser.destroy(error));
  for await (const one of text.pipe(parser)) {
    const { record: cells, info } = one as { readonly record: readonly string[]; readonly info: { lines: number } };
    yield { line: info.lines, cells };
  }
  // The parser runs ahead of us, so these come last, with their lines.
  yield* skipped;
}
