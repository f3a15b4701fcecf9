import type { Readable } from "node:stream";
import { plainName, type ExportWords } from "./call-columns.ts";
import type { PastNumber, RowProblem } from "./past-call.ts";
import { toldTouch } from "./past-touch.ts";
import { cutText, readPhone } from "./read-past-row.ts";
import { readSheet } from "./read-sheet.ts";

/** What a file of numbers says. */
export interface PastNumbers {
  readonly numbers: readonly PastNumber[];
  readonly problems: readonly ({ readonly line: number } & RowProblem)[];
  /** The file has no column of numbers. */
  readonly isMissing: boolean;
}

/** Reads a tracker's list of numbers. A number that visitors share (`pool`, `session`) stands for no source. */
export async function readPastNumbers(input: Readable, { numbers: words }: ExportWords): Promise<PastNumbers> {
  const numbers = new Map<string, PastNumber>();
  const problems: ({ line: number } & RowProblem)[] = [];
  let places: { readonly number: number; readonly source: number } | undefined;
  for await (const row of readSheet(input)) {
    if ("malformed" in row) {
      problems.push({ line: row.line, code: "csv_malformed", detail: row.malformed });
      continue;
    }
    if (places === undefined) {
      const names = row.cells.map(plainName);
      const place = (known: readonly string[]) =>
        known.map((name) => names.indexOf(name)).find((found) => found !== -1) ?? -1;
      places = { number: place(words.number), source: place(words.source) };
      if (places.number === -1) return { numbers: [], problems: [], isMissing: true };
      continue;
    }
    const written = cutText(row.cells[places.number] ?? "");
    const e164 = readPhone(written);
    if (e164 === undefined) {
      const detail = `"${written.slice(0, 40)}" is no tracking number.`;
      problems.push({ line: row.line, code: "number_malformed", detail });
      continue;
    }
    const source = cutText(row.cells[places.source] ?? "");
    const isShared = source === "" || /\b(pool|session|visitor)\b/i.test(source);
    const touch = isShared ? undefined : toldTouch({ source, medium: "", campaign: "", keyword: "" });
    numbers.set(e164, { e164, touch });
  }
  return { numbers: [...numbers.values()], problems, isMissing: places === undefined };
}
