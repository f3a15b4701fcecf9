/**
 * Why an export was not taken in. Nothing of it was kept.
 *
 * `line_malformed`: no JSON object. `column_unknown`: a column this version does not have. `account_foreign`: a row of
 * another account than the export's. `row_refused`: the database does not take the row.
 */
export interface ImportReason {
  readonly code: "line_malformed" | "column_unknown" | "account_foreign" | "row_refused";
  /** The table, as its file is named. */
  readonly table: string;
  /** Counted from 1. */
  readonly line: number;
  /** The column, or the rule of the database that was broken. Never a value: rows say who called. */
  readonly about: string;
}

/** Carries a reason out of a transaction, which only an error undoes. */
export class ImportStopped extends Error {
  readonly reason: ImportReason;

  constructor(reason: ImportReason) {
    super(`${reason.code} ${reason.table} ${reason.line}`);
    this.name = "ImportStopped";
    this.reason = reason;
  }
}
