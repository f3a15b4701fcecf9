import type { ReservedSql, Sql } from "postgres";
import type { AccountId } from "@ringtrail/core";
import type { FindKey } from "../keys/open-keys.ts";
import { exportedCareTables, exportedTables } from "./exported-tables.ts";
import { columnsOf, nameOf, readTable } from "./read-table.ts";
import { readCallNotes, type ExportedNote } from "./read-call-notes.ts";
import { readCallerPlaces, type ExportedPlace } from "./read-caller-places.ts";
import { readCallers, type ExportedCaller } from "./read-callers.ts";

/** One file of an export. */
export interface ExportFile {
  /** The table's name. */
  readonly name: string;
  readonly columns: readonly string[];
  /** The rows by primary key, one JSON object a line, without the line's end. */
  readonly lines: () => AsyncIterable<string>;
}

/** An account at one instant: every file sees the same rows, whatever happens meanwhile. Read one file at a time. */
export interface AccountExport {
  readonly files: readonly ExportFile[];
  /** The care side; undefined unless it was asked for. */
  readonly care:
    | {
        readonly callers: () => AsyncIterable<ExportedCaller>;
        readonly places: () => AsyncIterable<ExportedPlace>;
        readonly notes: () => AsyncIterable<ExportedNote>;
        /** Tables as they are: a clinic's calls with their events, and recordings. */
        readonly files: readonly ExportFile[];
      }
    | undefined;
  /** Ends the reading. Required: a connection is held until then. */
  close(): Promise<void>;
}

/** Opens an account for export. */
export type OpenExport = (account: AccountId, care: boolean) => Promise<AccountExport>;

/** Makes exports out of both sides' connections. The care side joins the marketing side's snapshot, not its role. */
export function exporter(sides: { readonly api: Sql; readonly care: Sql }, findKey: FindKey): OpenExport {
  return async (account, withCare) => {
    const api = await hold(sides.api, account);
    try {
      const care = withCare ? await joinSnapshot(sides.care, api, account) : undefined;
      return {
        files: exportedTables.map((exported) => fileOf(api, exported)),
        care: care && (await careOf(care, account, findKey)),
        close: async () => {
          await letGo(api);
          if (care !== undefined) await letGo(care);
        },
      };
    } catch (error) {
      await letGo(api);
      throw error;
    }
  };
}

function fileOf(sql: ReservedSql, exported: (typeof exportedTables)[number]): ExportFile {
  return { name: nameOf(exported), columns: columnsOf(exported), lines: () => readTable(sql, exported) };
}

async function careOf(sql: ReservedSql, account: AccountId, findKey: FindKey): Promise<AccountExport["care"]> {
  const key = await findKey(account, "care");
  // What is sealed goes through a door of its own.
  const plain = exportedCareTables.filter(({ leftOut }) => leftOut.length === 0);
  return {
    callers: () => readCallers(sql, account, key),
    places: () => readCallerPlaces(sql, account, key),
    notes: () => readCallNotes(sql, account, key),
    files: plain.map((exported) => fileOf(sql, exported)),
  };
}

async function joinSnapshot(sql: Sql, leader: ReservedSql, account: AccountId): Promise<ReservedSql> {
  const [snapshot] = await leader<{ readonly id: string }[]>`select pg_export_snapshot() as id`;
  return hold(sql, account, snapshot?.id);
}

/** A connection that sees one instant and one account, and writes nothing. */
async function hold(sql: Sql, account: AccountId, snapshot?: string): Promise<ReservedSql> {
  const held = await sql.reserve();
  try {
    await held`begin isolation level repeatable read read only`;
    // The statement takes a literal only; the name came from PostgreSQL itself.
    if (snapshot !== undefined) await held.unsafe(`set transaction snapshot '${snapshot}'`);
    await held`select set_config('ringtrail.account', ${account}, true)`;
    // Between two parts of a table a slow disk may be written.
    await held`set local idle_in_transaction_session_timeout = '10min'`;
    return held;
  } catch (error) {
    await letGo(held);
    throw error;
  }
}

async function letGo(held: ReservedSql): Promise<void> {
  await held`rollback`.catch(() => undefined);
  held.release();
}
