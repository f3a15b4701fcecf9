import { and, desc, eq } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { Phi, type AccountId, type E164 } from "@ringtrail/core";
import type { CareStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import type { FindKey } from "../keys/open-keys.ts";
import { open, seal } from "../keys/seal.ts";
import { callerPlaces } from "../schema/index.ts";
import { fingerprintOf } from "./fingerprint-of.ts";

type Methods = "declarePlace" | "withdrawPlace" | "placeOf" | "declaredPlaces";

/** Where callers are, as somebody declared it: sealed like everything that says who calls. */
export function callerPlaceStore(db: PostgresJsDatabase, findKey: FindKey): Pick<CareStore, Methods> {
  const named = async (account: AccountId, number: Phi<E164>) => {
    const fingerprint = fingerprintOf(await findKey(account, "care"), Phi.reveal(number, "fingerprint"));
    return { fingerprint, own: and(eq(callerPlaces.accountId, account), eq(callerPlaces.fingerprint, fingerprint)) };
  };
  return {
    declarePlace: async (account, { number, ...declared }) => {
      const row = { ...sealPlaceNumber(await findKey(account, "care"), account, number), ...declared };
      await actForAccount(db, account, (work) =>
        work
          .insert(callerPlaces)
          .values({ accountId: account, ...row })
          .onConflictDoUpdate({ target: [callerPlaces.accountId, callerPlaces.fingerprint], set: row }),
      );
    },
    withdrawPlace: async (account, number) => {
      const { own } = await named(account, number);
      const gone = await actForAccount(db, account, (work) =>
        work.delete(callerPlaces).where(own).returning({ place: callerPlaces.place }),
      );
      return gone.length > 0;
    },
    placeOf: async (account, number) => {
      const { own } = await named(account, number);
      const [row] = await actForAccount(db, account, (work) =>
        work.select({ place: callerPlaces.place }).from(callerPlaces).where(own),
      );
      return row?.place;
    },
    declaredPlaces: async (account) => {
      const key = await findKey(account, "care");
      const rows = await actForAccount(db, account, (work) =>
        work
          .select()
          .from(callerPlaces)
          .where(eq(callerPlaces.accountId, account))
          .orderBy(desc(callerPlaces.declaredAt))
          .limit(1_000),
      );
      return rows.map(({ accountId: _account, fingerprint, numberSealed, ...declared }) => ({
        ...declared,
        number: openPlaceNumber(key, account, fingerprint, numberSealed),
      }));
    },
  };
}

/** Seals the number a declaration is for, with the fingerprint it is found by. */
export function sealPlaceNumber(
  key: Uint8Array,
  account: AccountId,
  number: Phi<E164>,
): { readonly fingerprint: Uint8Array; readonly numberSealed: Uint8Array } {
  const fingerprint = fingerprintOf(key, Phi.reveal(number, "fingerprint"));
  const text = Buffer.from(Phi.reveal(number, "care-store"));
  return { fingerprint, numberSealed: seal(key, text, contextOf(account, fingerprint)) };
}

/** Opens the number a declaration is for. */
export function openPlaceNumber(
  key: Uint8Array,
  account: AccountId,
  fingerprint: Uint8Array,
  sealed: Uint8Array,
): Phi<E164> {
  return Phi.seal(Buffer.from(open(key, sealed, contextOf(account, fingerprint))).toString("utf8") as E164);
}

/** Sealed for its place, so that no number can be moved to another declaration. */
function contextOf(account: AccountId, fingerprint: Uint8Array): string {
  return `${account}/caller place/${Buffer.from(fingerprint).toString("hex")}`;
}
