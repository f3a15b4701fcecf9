import type { Sql, TransactionSql } from "postgres";
import { err, ok, type AccountId, type RecordingId, type Result } from "@ringtrail/core";
import type { RecordingVault } from "@ringtrail/core/ports";
import { actAs } from "../act-as.ts";
import { exportedCareTables, exportedTables } from "../export/exported-tables.ts";
import { nameOf } from "../export/read-table.ts";
import type { FindKey } from "../keys/open-keys.ts";
import type { RowGround } from "./complete-row.ts";
import { ImportStopped, type ImportReason } from "./import-reason.ts";
import { keepLines } from "./keep-lines.ts";
import { passArrivals } from "./pass-arrivals.ts";

/** An account that is being taken in. Nobody else sees it before all of it is kept. */
export interface AccountImport {
  /** Keeps the lines of one file and answers how many there were. */
  keep(name: string, lines: AsyncIterable<string>): Promise<number>;
  /** Keeps a recording's sound, sealed under this server's keys. */
  putSound(id: RecordingId, sound: AsyncIterable<Uint8Array>): Promise<{ readonly sha256: string }>;
}

/** Whose export it is, and where its sounds come from. */
export interface ImportOrder extends Pick<RowGround, "soundOf"> {
  readonly account: AccountId;
  /** Everything is tried, nothing is kept. */
  readonly dryRun: boolean;
}

/**
 * Takes in an account of an export in one transaction: all of it is kept, or nothing. What `work` throws undoes it too.
 */
export type ImportAccount = <Answer>(
  order: ImportOrder,
  work: (into: AccountImport) => Promise<Answer>,
) => Promise<Result<Answer, ImportReason>>;

/** The files that can be taken in, in the order that their rows refer to each other. */
export const importedFiles: readonly string[] = [
  ...exportedTables.map(nameOf),
  ...exportedCareTables.map((exported) => `care/${nameOf(exported)}`),
];

/** What a dry run ends with, so that nothing of it stays. */
class TriedOnly extends Error {}

/** Makes imports out of a connection of the marketing side, whose owner may act for the care side as well. */
export function importer(
  sql: Sql,
  findKeyWithin: (transaction: Sql) => FindKey,
  vaultFor: (findKey: FindKey) => RecordingVault,
): ImportAccount {
  return async (order, work) => {
    const undo: (() => Promise<void>)[] = [];
    let answer: { readonly value: Awaited<ReturnType<typeof work>> } | undefined;
    try {
      await sql.begin(async (transaction) => {
        answer = { value: await work(await openImport(transaction, { ...order, findKeyWithin, vaultFor, undo })) };
        if (order.dryRun) throw new TriedOnly();
        await passArrivals(transaction, order.account);
      });
    } catch (error) {
      for (const step of undo) await step();
      if (error instanceof ImportStopped) return err(error.reason);
      if (!(error instanceof TriedOnly)) throw error;
    }
    if (answer === undefined) throw new Error("An import ended without an answer.");
    return ok(answer.value);
  };
}

interface ImportGround extends ImportOrder {
  readonly findKeyWithin: (transaction: Sql) => FindKey;
  readonly vaultFor: (findKey: FindKey) => RecordingVault;
  /** What takes back files, which no transaction does. */
  readonly undo: (() => Promise<void>)[];
}

async function openImport(transaction: TransactionSql, ground: ImportGround): Promise<AccountImport> {
  const { account, findKeyWithin, soundOf, vaultFor, undo } = ground;
  await transaction`select set_config('ringtrail.account', ${account}, true)`;
  // Between two parts of a table a slow disk may be read.
  await transaction`set local idle_in_transaction_session_timeout = '10min'`;
  const findKey = findKeyWithin(transaction as unknown as Sql);
  const vault = vaultFor(findKey);
  return {
    keep: (name, lines) => {
      const isCare = name.startsWith("care/");
      const table = (isCare ? exportedCareTables : exportedTables).find(
        (exported) => nameOf(exported) === name.replace("care/", ""),
      );
      if (table === undefined) throw new Error(`No table is called ${name}.`);
      const side = isCare ? "ringtrail_care" : "ringtrail_api";
      return actAs(transaction as unknown as Sql, side, () =>
        keepLines(transaction, table, lines, { account, findKey, soundOf }),
      );
    },
    putSound: async (id, sound) => {
      undo.push(() => vault.remove(account, id));
      return vault.put(account, id, sound);
    },
  };
}
