import type { AccountId, Result } from "@ringtrail/core";
import type { KeySource, KeyTrouble } from "./master-key.ts";
import { rotateMasterKey, type KeyRotation, type KeySides } from "./rotate-master.ts";
import { shredAccount, type Shredded } from "./shred-account.ts";

/** What is done to keys, while servers run. */
export interface KeptKeys {
  /** Wraps every account's keys under another master key. */
  readonly rotateMasterKey: () => Promise<Result<KeyRotation, KeyTrouble>>;
  /** Puts other keys in the place of an account's: what was sealed before opens for nobody. Other servers know within a minute. */
  readonly shredAccount: (account: AccountId) => Promise<Result<Shredded, KeyTrouble>>;
}

/** Keeps the keys of these sides, wrapped by the master key of the source. */
export function keepKeys(sides: KeySides, source: KeySource): KeptKeys {
  return {
    rotateMasterKey: () => rotateMasterKey(sides, source),
    shredAccount: (account) => shredAccount(sides, source, account),
  };
}
