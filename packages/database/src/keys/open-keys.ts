import { hkdfSync, randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { ok, type AccountId, type Result } from "@ringtrail/core";
import { keyTrouble, readMasterKey, type KeySource, type KeyTrouble } from "./master-key.ts";
import { open, seal } from "./seal.ts";

/** What an account's data key is for. Each purpose has a key of its own. */
export type KeyPurpose = "secrets" | "care" | "recordings";

/** Finds an account's data key, made when it is first asked for. */
export type FindKey = (account: AccountId, purpose: KeyPurpose) => Promise<Uint8Array>;

/** The opened keys. */
export interface Keys {
  /** 32 bytes that wrap every other key. Never logged. */
  readonly master: Uint8Array;
  readonly findKey: FindKey;
}

const known = Buffer.from("ringtrail key check");
const checkContext = "key-check";

/**
 * Reads the master key and makes sure the database was sealed with it, before anything is written under a wrong one.
 *
 * @param api acts for the marketing side, `care` for the care side: neither can read the other's keys.
 */
export async function openKeys(
  sides: { readonly api: Sql; readonly care: Sql },
  source: KeySource,
): Promise<Result<Keys, KeyTrouble>> {
  const isFirstStart = (await storedCheck(sides.api)) === undefined;
  const master = readMasterKey(source, isFirstStart);
  if (!master.ok) return master;
  if (isFirstStart) {
    await sides.api`insert into ringtrail.key_check (sealed) values (${seal(master.value, known, checkContext)})
                    on conflict do nothing`;
  }
  // Read again: another server may have been quicker, with another key.
  const check = await storedCheck(sides.api);
  if (check === undefined || !opens(master.value, check)) return keyTrouble("master_key_wrong", source);
  return ok({ master: master.value, findKey: keyFinder(sides, master.value) });
}

async function storedCheck(sql: Sql): Promise<Uint8Array | undefined> {
  const [row] = await sql<{ readonly sealed: Uint8Array }[]>`select sealed from ringtrail.key_check`;
  return row?.sealed;
}

function opens(master: Uint8Array, check: Uint8Array): boolean {
  try {
    open(master, check, checkContext);
    return true;
  } catch {
    return false;
  }
}

function keyFinder(sides: { readonly api: Sql; readonly care: Sql }, master: Uint8Array): FindKey {
  const opened = new Map<string, Uint8Array>();
  return async (account, purpose) => {
    const context = `${account}/${purpose}`;
    const before = opened.get(context);
    if (before !== undefined) return before;
    const sql = purpose === "secrets" ? sides.api : sides.care;
    const offered = seal(master, randomBytes(32), context);
    const [row] = await sql<{ readonly wrapped: Uint8Array }[]>`
      select ringtrail.account_key(${account}, ${purpose}, ${offered}) as wrapped`;
    if (row === undefined) throw new Error("A key that was just kept is not there.");
    const key = open(master, row.wrapped, context);
    opened.set(context, key);
    return key;
  };
}

/** A key for fingerprints, worked out from a data key, so that no key is used for two things. */
export function fingerprintKey(dataKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", dataKey, new Uint8Array(), "caller fingerprint", 32));
}
