import type { Readable } from "node:stream";
import type { CallerPlacesKept } from "@ringtrail/api-contract";
import { parseE164, Phi } from "@ringtrail/core";
import { parse, type Parser } from "csv-parse";
import { decodeText } from "../costs/decode-text.ts";
import { declarePlace, type Declaration, type PlaceGround } from "../workflows/declare-place.ts";

type Wrong = CallerPlacesKept["problems"][number];
type Columns = ReadonlyMap<string, number>;

const needed = ["phone", "place", "basis"];
const mostProblems = 100;
const longestBasis = 500;

/**
 * Keeps the places of a spreadsheet: a header names the columns phone, place, basis and, where bills are meant, kind.
 * A row that cannot be read is named by its line and nothing else of it, because it holds somebody's number.
 */
export async function importPlaces(
  ground: PlaceGround,
  who: Pick<Declaration, "account" | "actor">,
  input: Readable,
): Promise<CallerPlacesKept> {
  const problems: Wrong[] = [];
  let [rows, kept] = [0, 0];
  let columns: Columns | undefined;
  const { text, delimiter } = await decodeText(input);
  const parser: Parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const line = typeof error?.["lines"] === "number" ? error["lines"] : 0;
      problems.push({ line, code: "csv_malformed", says: "The row is no CSV." });
      return undefined;
    },
  });
  text.on("error", (error) => parser.destroy(error));
  for await (const one of text.pipe(parser)) {
    const { record: cells, info } = one as { readonly record: readonly string[]; readonly info: { lines: number } };
    if (columns === undefined) {
      columns = readHeader(cells);
      if (columns !== undefined) continue;
      const says = `The first row must name the columns ${needed.join(", ")} and, where bills are meant, kind.`;
      problems.push({ line: info.lines, code: "header_missing", says });
      break;
    }
    rows += 1;
    const read = readRow(cells, columns);
    const wrong = "code" in read ? read : await keep(ground, { ...who, ...read });
    if (wrong === undefined) kept += 1;
    else problems.push({ line: info.lines, ...wrong });
  }
  return { rows, kept, problems: problems.slice(0, mostProblems), problemCount: problems.length };
}

async function keep(ground: PlaceGround, declaration: Declaration): Promise<Omit<Wrong, "line"> | undefined> {
  const declared = await declarePlace(ground, declaration);
  if (declared.ok) return undefined;
  const says = `${declaration.place.slice(0, 16)} is no ISO 3166 code such as US-TX or DE.`;
  return { code: "jurisdiction_unknown", says };
}

function readHeader(cells: readonly string[]): Columns | undefined {
  const columns = new Map(cells.map((name, at) => [name.trim().toLowerCase(), at]));
  return needed.every((name) => columns.has(name)) ? columns : undefined;
}

function readRow(
  cells: readonly string[],
  columns: Columns,
): Pick<Declaration, "number" | "kind" | "place" | "basis"> | Omit<Wrong, "line"> {
  const cell = (name: string) => (cells[columns.get(name) ?? -1] ?? "").trim();
  const number = parseE164(cell("phone"));
  if (!number.ok) return { code: "phone_malformed", says: "The phone is no number in E.164, such as +14155550123." };
  const kind = cell("kind").toLowerCase() || "declared";
  if (kind !== "declared" && kind !== "billing")
    return { code: "kind_unknown", says: "The kind is neither declared nor billing." };
  const basis = cell("basis").replaceAll("\0", "").slice(0, longestBasis).toWellFormed();
  if (basis === "") return { code: "basis_missing", says: "Nothing tells how the place is known." };
  return { number: Phi.seal(number.value), kind, place: cell("place").toUpperCase(), basis };
}
