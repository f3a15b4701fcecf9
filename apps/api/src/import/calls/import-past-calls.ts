import type { Readable } from "node:stream";
import type { AccountId, Instant, SiteId, TargetNumberId } from "@ringtrail/core";
import type { Stores } from "@ringtrail/database";
import { readPastHeader, type ExportWords, type PastColumn, type PastHeader } from "./call-columns.ts";
import { openDesk } from "./past-desk.ts";
import type { CallSource, PastNumber, RowProblem } from "./past-call.ts";
import { readSheet } from "./read-sheet.ts";
import { readPastRow } from "./read-past-row.ts";

/** An import of another tracker's calls. */
export interface PastImport {
  readonly tracker: CallSource;
  readonly words: ExportWords;
  readonly account: AccountId;
  readonly site: SiteId;
  /** The number of the business that numbers of the tracker lead to. */
  readonly target: TargetNumberId;
  /** From the tracker's own list of numbers. */
  readonly numbers: readonly PastNumber[];
  /** Of times that tell no zone. */
  readonly zone: string | undefined;
  /** Reads and looks up everything, keeps nothing. */
  readonly dryRun: boolean;
  readonly actor: string;
  readonly now: Instant;
}

/** A refused row. */
export type RefusedRow = { readonly line: number } & RowProblem;

/** What became, or would become, of the rows. Each row is one of `added`, `known` and `refused`. */
export interface PastImported {
  readonly dryRun: boolean;
  readonly rows: number;
  readonly added: number;
  /** There already, or twice in the file. */
  readonly known: number;
  /** All of them: nothing is lost in silence. */
  readonly refused: readonly RefusedRow[];
  readonly numbers: { readonly added: number; readonly known: number };
  /** Of the added calls: answered ones, ones with a source, first calls as the tracker says. */
  readonly answered: number;
  readonly sourced: number;
  readonly first: number;
  /** Recordings that stay with the tracker. */
  readonly recordings: number;
  readonly from: Instant | undefined;
  readonly to: Instant | undefined;
  /** Columns that have no home here. */
  readonly leftColumns: readonly string[];
}

/** Why nothing was read. */
export interface FileRefused {
  readonly missing: readonly PastColumn[];
}

/** Imports a file of calls row by row. A row that cannot be read is told and passed over; the file again changes nothing. */
export async function importPastCalls(
  stores: Pick<Stores, "pastCalls" | "care" | "accounts">,
  input: Readable,
  order: PastImport,
): Promise<PastImported | FileRefused> {
  const { words, zone, dryRun, account, actor, site, tracker, now } = order;
  const desk = await openDesk(stores, order);
  const sum = { rows: 0, added: 0, known: 0, answered: 0, sourced: 0, first: 0, recordings: 0 };
  const refused: RefusedRow[] = [];
  let header: PastHeader | undefined;
  let [from, to]: [Instant?, Instant?] = [];
  for await (const row of readSheet(input)) {
    if ("malformed" in row) {
      sum.rows += 1;
      refused.push({ line: row.line, code: "csv_malformed", detail: row.malformed });
      continue;
    }
    if (header === undefined) {
      header = readPastHeader(row.cells, words);
      if (header.missing.length > 0) return { missing: header.missing };
      await desk.keepNumbers();
      continue;
    }
    sum.rows += 1;
    const read = readPastRow(row.cells, header, words, zone);
    if (!read.ok) {
      refused.push({ line: row.line, ...read.reason });
      continue;
    }
    const call = read.value;
    const taken = await desk.take(call);
    if (!taken.isNew) {
      sum.known += 1;
      continue;
    }
    sum.added += 1;
    sum.answered += call.end === "answered" ? 1 : 0;
    sum.sourced += taken.isSourced ? 1 : 0;
    sum.first += call.isFirst === true ? 1 : 0;
    sum.recordings += call.isRecorded ? 1 : 0;
    from = from === undefined || call.rangAt < from ? call.rangAt : from;
    to = to === undefined || call.rangAt > to ? call.rangAt : to;
  }
  if (header === undefined) return { missing: words.needed };
  if (!dryRun) {
    const facts = { tracker, rows: sum.rows, added: sum.added, known: sum.known, refused: refused.length };
    await stores.accounts.audit(account, { actor, action: "calls.imported", object: site, at: now, facts });
  }
  return { dryRun, ...sum, refused, numbers: desk.numbers(), from, to, leftColumns: header.left };
}
