import { existsSync, linkSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { err, ok, type AccountId, type Result } from "@ringtrail/core";
import { checkContext, knownText, rootContext } from "./open-keys.ts";
import { nextFile, openByAny, readKeyRing } from "./key-ring.ts";
import { parseKey, type KeySource, type KeyTrouble } from "./master-key.ts";
import { seal } from "./seal.ts";

/** What a rotation did. */
export interface KeyRotation {
  /** Wrapped keys that lie under the new master key now. */
  readonly keys: number;
  /** Where the old key lies; undefined when keys do not come from a file. It may go once every backup under it has. */
  readonly oldKeyFile: string | undefined;
}

/** The sides of the database, each of which sees its own keys only. */
export interface KeySides {
  readonly api: Sql;
  readonly care: Sql;
  readonly glass: Sql;
}

/**
 * Wraps every account's keys under another master key while servers run: what they cannot open they look for among the
 * keys beside theirs. The server's own secrets stay what they were, so nobody is signed out. It repeats safely; one that
 * broke off goes on with the key it had made.
 *
 * A key from a file goes to a new one. One from the environment or a command is gone to, and the one before must stand
 * in RINGTRAIL_OLD_MASTER_KEYS until it is done.
 */
export async function rotateMasterKey(sides: KeySides, source: KeySource): Promise<Result<KeyRotation, KeyTrouble>> {
  const isFile = source.override === undefined && source.command === undefined;
  if (isFile && !existsSync(nextFile(source))) {
    writeFileSync(nextFile(source), `${randomBytes(32).toString("base64")}\n`, {
      mode: 0o600,
      flush: true,
      flag: "wx",
    });
  }
  const ring = readKeyRing(source, false);
  if (!ring.ok) return ring;
  const next = isFile ? parseKey(readFileSync(nextFile(source), "utf8").trim(), source) : ok(ring.value[0]);
  if (!next.ok) return next;
  const target = next.value ?? ring.value[0];
  if (target === undefined) return err({ code: "master_key_missing", source: source.file, fix: "There is no key." });
  let keys = await wrapAll(sides, ring.value, target);
  await wrapCheck(sides.api, ring.value, target);
  const oldKeyFile = isFile ? change(source) : undefined;
  // Once more: an account may have come while the first was on its way.
  keys += await wrapAll(sides, ring.value, target);
  return ok({ keys, oldKeyFile });
}

async function wrapAll(
  { api, care, glass }: KeySides,
  ring: readonly Uint8Array[],
  target: Uint8Array,
): Promise<number> {
  const accounts = await api<{ readonly id: AccountId }[]>`select account_id as id from ringtrail.all_accounts()`;
  let keys = 0;
  for (const { id } of accounts) {
    for (const side of [api, care, glass]) keys += await side.begin((work) => wrapAccount(work, id, ring, target));
  }
  return keys;
}

async function wrapAccount(
  work: TransactionSql,
  account: AccountId,
  ring: readonly Uint8Array[],
  target: Uint8Array,
): Promise<number> {
  await work`select set_config('ringtrail.account', ${account}, true)`;
  const rows = await work<{ readonly purpose: string; readonly wrapped: Uint8Array }[]>`
    select purpose, wrapped from ringtrail.account_keys where account_id = ${account} for update`;
  let keys = 0;
  for (const { purpose, wrapped } of rows) {
    const context = `${account}/${purpose}`;
    if (openByAny([target], wrapped, context) !== undefined) continue;
    const plain = openByAny(ring, wrapped, context);
    if (plain === undefined) throw new Error("A key lies under a master key that is not there.");
    await work`update ringtrail.account_keys set wrapped = ${seal(target, plain, context)}
               where account_id = ${account} and purpose = ${purpose}`;
    keys += 1;
  }
  return keys;
}

async function wrapCheck(api: Sql, ring: readonly Uint8Array[], target: Uint8Array): Promise<void> {
  await api.begin(async (work) => {
    const [row] = await work<{ readonly sealed: Uint8Array; readonly root: Uint8Array | null }[]>`
      select sealed, root from ringtrail.key_check for update`;
    if (row === undefined) throw new Error("The database has no key yet.");
    const before = ring.find((key) => openByAny([key], row.sealed, checkContext) !== undefined);
    const root = row.root === null ? before : openByAny(ring, row.root, rootContext);
    if (root === undefined) throw new Error("The server's own secret lies under a master key that is not there.");
    await work`update ringtrail.key_check
               set sealed = ${seal(target, knownText, checkContext)}, root = ${seal(target, root, rootContext)}`;
  });
}

/** The new key takes the old one's place at once; the old one stays beside it. */
function change(source: KeySource): string {
  const old = `${source.file}.old-${new Date().toISOString().replaceAll(":", "")}`;
  linkSync(source.file, old);
  renameSync(nextFile(source), source.file);
  return old;
}
