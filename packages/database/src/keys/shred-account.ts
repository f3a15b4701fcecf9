import { randomBytes } from "node:crypto";
import type { TransactionSql } from "postgres";
import type { AccountId, Result } from "@ringtrail/core";
import { ok } from "@ringtrail/core";
import { readKeyRing } from "./key-ring.ts";
import type { KeySource, KeyTrouble } from "./master-key.ts";
import type { KeySides } from "./rotate-master.ts";
import { seal } from "./seal.ts";

/** What a shredding did. */
export interface Shredded {
  /** Keys that are no more. */
  readonly keys: number;
}

/**
 * Puts other keys in the place of an account's: whatever was sealed under the old ones, callers, recordings, secrets and
 * what joins a clinic's sides, opens for nobody any more, here and wherever a copy lies. A backup opens as long as it holds
 * the old keys and somebody the master key.
 */
export async function shredAccount(
  sides: KeySides,
  source: KeySource,
  account: AccountId,
): Promise<Result<Shredded, KeyTrouble>> {
  const ring = readKeyRing(source, false);
  if (!ring.ok) return ring;
  const [master = new Uint8Array()] = ring.value;
  let keys = 0;
  for (const side of [sides.api, sides.care, sides.glass]) {
    keys += await side.begin((work) => replaceKeys(work, account, master));
  }
  return ok({ keys });
}

/** Each side sees its own keys only. */
async function replaceKeys(work: TransactionSql, account: AccountId, master: Uint8Array): Promise<number> {
  await work`select set_config('ringtrail.account', ${account}, true)`;
  const rows = await work<{ readonly purpose: string }[]>`
    select purpose from ringtrail.account_keys where account_id = ${account} for update`;
  for (const { purpose } of rows) {
    await work`update ringtrail.account_keys set wrapped = ${seal(master, randomBytes(32), `${account}/${purpose}`)}
               where account_id = ${account} and purpose = ${purpose}`;
  }
  return rows.length;
}
