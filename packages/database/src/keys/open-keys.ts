import { hkdfSync, randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { ok, type AccountId, type Result } from "@ringtrail/core";
import { actAs, type Side } from "../act-as.ts";
import { keyTrouble, readMasterKey, type KeySource, type KeyTrouble } from "./master-key.ts";
import { open, seal } from "./seal.ts";

/** What an account's data key is for. Each purpose has a key of its own. */
export type KeyPurpose = "secrets" | "care" | "recordings" | "links";

/** Finds an account's data key, made when it is first asked for. */
export type FindKey = (account: AccountId, purpose: KeyPurpose) => Promise<Uint8Array>;

/** The opened keys. */
export interface Keys {
  /** 32 bytes that wrap every other key. Never logged. */
  readonly master: Uint8Array;
  readonly findKey: FindKey;
  /** The same keys as one transaction sees them: one that is made in it is gone when it is undone. */
  readonly findKeyWithin: (transaction: Sql) => FindKey;
}

/** Answers an account's wrapped key; the offered one is kept when there is none yet. */
type AskKey = (account: AccountId, purpose: KeyPurpose, offered: Uint8Array) => Promise<Uint8Array | undefined>;

const known = Buffer.from("ringtrail key check");
const checkContext = "key-check";

/**
 * Reads the master key and makes sure the database was sealed with it, before anything is written under a wrong one.
 *
 * @param api acts for the marketing side, `care` for the care side, `glass` for what joins them: none can read another's keys.
 */
export async function openKeys(
  sides: { readonly api: Sql; readonly care: Sql; readonly glass: Sql },
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
  return ok({
    master: master.value,
    findKey: keyFinder(master.value, (account, purpose, offered) =>
      askKey(sides[connectionOf[sideOf(purpose)]], account, purpose, offered),
    ),
    findKeyWithin: (transaction) =>
      keyFinder(master.value, (account, purpose, offered) =>
        actAs(transaction, sideOf(purpose), () => askKey(transaction, account, purpose, offered)),
      ),
  });
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

function keyFinder(master: Uint8Array, ask: AskKey): FindKey {
  const opened = new Map<string, Uint8Array>();
  return async (account, purpose) => {
    const context = `${account}/${purpose}`;
    const before = opened.get(context);
    if (before !== undefined) return before;
    const wrapped = await ask(account, purpose, seal(master, randomBytes(32), context));
    if (wrapped === undefined) throw new Error("A key that was just kept is not there.");
    const key = open(master, wrapped, context);
    opened.set(context, key);
    return key;
  };
}

const connectionOf = { ringtrail_api: "api", ringtrail_care: "care", ringtrail_glass: "glass" } as const;

function sideOf(purpose: KeyPurpose): Side {
  if (purpose === "secrets") return "ringtrail_api";
  return purpose === "links" ? "ringtrail_glass" : "ringtrail_care";
}

async function askKey(
  sql: Sql,
  account: AccountId,
  purpose: KeyPurpose,
  offered: Uint8Array,
): Promise<Uint8Array | undefined> {
  const [row] = await sql<{ readonly wrapped: Uint8Array }[]>`
    select ringtrail.account_key(${account}, ${purpose}, ${offered}) as wrapped`;
  return row?.wrapped;
}

/** A key for fingerprints, worked out from a data key, so that no key is used for two things. */
export function fingerprintKey(dataKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", dataKey, new Uint8Array(), "caller fingerprint", 32));
}
