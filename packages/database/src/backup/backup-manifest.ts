/** What is in a backup of the database. */
export interface BackupManifest {
  /** How many migrations the database had had. A restore brings a database to the same number and no further first. */
  readonly migrations: number;
  /** Each in the order in which it is restored. */
  readonly tables: readonly TableFile[];
}

/** A table's rows in PostgreSQL's own text form (COPY), one a line. */
export interface TableFile {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** The file of a table in a backup's folder. */
export function tablePath(name: string): string {
  return `tables/${name}.copy`;
}
