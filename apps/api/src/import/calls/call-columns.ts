import type { LegEnd } from "@ringtrail/core/call-flow";

/** What a column of an export tells. */
export type PastColumn =
  | "ref"
  | "number"
  | "at"
  | "zone"
  | "caller"
  | "name"
  | "outcome"
  | "length"
  | "talk"
  | "direction"
  | "source"
  | "medium"
  | "campaign"
  | "keyword"
  | "landing"
  | "referrer"
  | "first"
  | "recording";

/** How one tracker writes its exports. Names as `plainName` makes them; the first one found counts. */
export interface ExportWords {
  readonly calls: Readonly<Record<PastColumn, readonly string[]>>;
  readonly numbers: { readonly number: readonly string[]; readonly source: readonly string[] };
  /** Columns without which a row is no call. */
  readonly needed: readonly PastColumn[];
  readonly outcomes: ReadonlyMap<string, LegEnd>;
}

/** Where each column stands, and what else there is that has no home here. */
export interface PastHeader {
  readonly at: ReadonlyMap<PastColumn, number>;
  readonly missing: readonly PastColumn[];
  readonly left: readonly string[];
}

/** `Start Time`, `start_time` and `Start-time` are one name. */
export function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_|_$/g, "");
}

/** Reads the first row of a file of calls. */
export function readPastHeader(cells: readonly string[], { calls, needed }: ExportWords): PastHeader {
  const names = cells.map(plainName);
  const at = new Map<PastColumn, number>();
  for (const [column, known] of Object.entries(calls) as [PastColumn, readonly string[]][]) {
    const place = known.map((name) => names.indexOf(name)).find((found) => found !== -1);
    if (place !== undefined) at.set(column, place);
  }
  const used = new Set(at.values());
  return {
    at,
    missing: needed.filter((column) => !at.has(column)),
    left: cells.filter((cell, place) => !used.has(place) && cell.trim() !== "").map((cell) => cell.trim().slice(0, 60)),
  };
}
