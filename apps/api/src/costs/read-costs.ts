import type { Readable } from "node:stream";
import { parse, type Parser } from "csv-parse";
import type { AdCost } from "@ringtrail/core/attribution";
import { readHeader, type CostHeader, type CostPlatform } from "./cost-columns.ts";
import { decodeText } from "./decode-text.ts";
import { readCostLine, type CostDefaults, type CostProblem } from "./read-cost-line.ts";

/** How a file is to be read. */
export interface CostFile extends CostDefaults {
  /** Undefined: the columns' names tell. */
  readonly platform?: CostPlatform | undefined;
}

/** What a row of a file is. Its line is counted from 1, as an editor counts. */
export type CostRow = { readonly line: number } & (
  | { readonly kind: "header"; readonly header: CostHeader }
  | { readonly kind: "cost"; readonly cost: AdCost }
  | { readonly kind: "problem"; readonly problem: CostProblem }
);

/** Reports begin with a title and a range of dates; a header that comes later than this is none. */
const latestHeader = 20;

/**
 * Reads a report of ad costs row by row, never more than a few in memory: comma, semicolon or tab between the cells,
 * UTF-8 or UTF-16, with or without a title above the header. Without a header it ends without having said anything.
 */
export async function* readCosts(input: Readable, { platform, ...defaults }: CostFile): AsyncGenerator<CostRow> {
  const { text, delimiter } = await decodeText(input);
  const skipped: CostRow[] = [];
  const parser: Parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const detail = error?.message ?? "The row is no CSV.";
      const line = typeof error?.["lines"] === "number" ? error["lines"] : 0;
      skipped.push({ kind: "problem", line, problem: { code: "csv_malformed", detail } });
      return undefined;
    },
  });
  text.on("error", (error) => parser.destroy(error));
  let header: CostHeader | undefined;
  let rows = 0;
  for await (const one of text.pipe(parser)) {
    const { record: cells, info } = one as { readonly record: readonly string[]; readonly info: { lines: number } };
    rows += 1;
    if (header === undefined) {
      header = readHeader(cells, platform);
      if (header !== undefined) yield { kind: "header", line: info.lines, header };
      else if (rows >= latestHeader) return;
      continue;
    }
    const read = readCostLine(cells, header, defaults);
    if (read === undefined) continue;
    yield read.ok
      ? { kind: "cost", line: info.lines, cost: read.value }
      : { kind: "problem", line: info.lines, problem: read.reason };
  }
  // The parser runs ahead of us, so these come last, with their lines.
  if (header !== undefined) yield* skipped;
}
