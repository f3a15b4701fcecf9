import { hkdfSync, randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { ok, type AccountId, type Result } from "@ringtrail/core";
import { actAs, type Side } from "../act-as.ts";
import { openByAny, readKeyRing } from "./key-ring.ts";
import { keyTrouble, type KeySource, type KeyTrouble } from "./master-key.ts";
import { seal } from "./seal.ts";

/** What an account's data key is for. Each purpose has a key of its own. */
export type KeyPurpose = "secrets" | "care" | "recordings" | "links";

/** Finds an account's data key, made when it is first asked for. */
export type FindKey = (account: AccountId, purpose: KeyPurpose) => Promise<Uint8Array>;

/** The opened keys. */
export interface Keys {
  /** 32 bytes from which the server's own secrets are derived; the same before and after a rotation. Never logged. */
  readonly master: Uint8Array;
  readonly findKey: FindKey;
  /** The same keys as one transaction sees them: one that is made in it is gone when it is undone. */
  readonly findKeyWithin: (transaction: Sql) => FindKey;
}

/** Answers an account's wrapped key; the offered one is kept when there is none yet. */
type AskKey = (account: AccountId, purpose: KeyPurpose, offered: Uint8Array) => Promise<Uint8Array | undefined>;

/** So long a server trusts a key it has opened: one that was shredded by another server opens nothing after that. */
export const keyLifeMs = 60_000;

/** What the check of a master key is made of. */
export const knownText: Uint8Array = Buffer.from("ringtrail key check");
export const checkContext = "key-check";
export const rootContext = "server-secret";

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
  const ring = readKeyRing(source, isFirstStart);
  if (!ring.ok) return ring;
  if (isFirstStart) {
    const [made = new Uint8Array()] = ring.value;
    await sides.api`insert into ringtrail.key_check (sealed) values (${seal(made, knownText, checkContext)})
                    on conflict do nothing`;
  }
  // Read again: another server may have been quicker, with another key.
  const check = await storedCheck(sides.api);
  const current = check && ring.value.find((key) => openByAny([key], check.sealed, checkContext) !== undefined);
  if (check === undefined || current === undefined) return keyTrouble("master_key_wrong", source);
  const master = check.root === null ? current : openByAny(ring.value, check.root, rootContext);
  if (master === undefined) return keyTrouble("master_key_wrong", source);
  const known = { source, keys: ring.value };
  return ok({
    master,
    findKey: keyFinder(known, (account, purpose, offered) =>
      askKey(sides[connectionOf[sideOf(purpose)]], account, purpose, offered),
    ),
    findKeyWithin: (transaction) =>
      keyFinder(known, (account, purpose, offered) =>
        actAs(transaction, sideOf(purpose), () => askKey(transaction, account, purpose, offered)),
      ),
  });
}

interface StoredCheck {
  readonly sealed: Uint8Array;
  /** What the server's secrets come from, sealed; null before the first rotation, when it is the master key itself. */
  readonly root: Uint8Array | null;
}

async function storedCheck(sql: Sql): Promise<StoredCheck | undefined> {
  const [row] = await sql<StoredCheck[]>`select sealed, root from ringtrail.key_check`;
  return row;
}

function keyFinder(first: KnownKeys, ask: AskKey): FindKey {
  let known = first;
  const opened = new Map<string, { readonly key: Uint8Array; readonly until: number }>();
  return async (account, purpose) => {
    const context = `${account}/${purpose}`;
    const before = opened.get(context);
    if (before !== undefined && performance.now() < before.until) return before.key;
    // A rotation may have happened since: what is new is wrapped by the key that counts now.
    known = readAgain(known);
    const [usual = new Uint8Array()] = known.keys;
    const asked = ask(account, purpose, seal(usual, randomBytes(32), context));
    // While the database does not answer, a key that was there a minute ago is there still.
    const wrapped = before === undefined ? await asked : await asked.catch(() => undefined);
    if (wrapped === undefined && before !== undefined) return before.key;
    if (wrapped === undefined) throw new Error("A key that was just kept is not there.");
    const key = openByAny(known.keys, wrapped, context);
    if (key === undefined) throw new Error("An account's key lies under a master key that is not there.");
    opened.set(context, { key, until: performance.now() + keyLifeMs });
    return key;
  };
}

/** The master keys as they were read last. */
interface KnownKeys {
  readonly source: KeySource;
  readonly keys: readonly Uint8Array[];
}

/** Files are read again; what comes from the environment or a command stays until the next start. */
function readAgain(known: KnownKeys): KnownKeys {
  const { source, keys } = known;
  if (source.override !== undefined || source.command !== undefined) return known;
  const ring = readKeyRing(source, false);
  return ring.ok ? { source, keys: [...ring.value, ...keys] } : known;
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
