import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { Phi, type AccountId, type E164 } from "@ringtrail/core";
import type { CareStore, DeclaredPlace, PlaceKind } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { and, desc, eq, lt, sql, type InferSelectModel } from "../drizzle.ts";
import type { FindKey } from "../keys/open-keys.ts";
import { open, seal } from "../keys/seal.ts";
import { callerPlaces } from "../schema/index.ts";
import { fingerprintOf } from "./fingerprint-of.ts";

type Methods = "forgetPlace" | "declarePlace" | "withdrawPlace" | "placesOf" | "declaredPlaces";

/** Where callers are, as somebody declared it: sealed like everything that says who calls. */
export function callerPlaceStore(db: PostgresJsDatabase, findKey: FindKey): Pick<CareStore, Methods> {
  const named = async (account: AccountId, number: Phi<E164>) => {
    const fingerprint = fingerprintOf(await findKey(account, "care"), Phi.reveal(number, "fingerprint"));
    return { fingerprint, own: and(eq(callerPlaces.accountId, account), eq(callerPlaces.fingerprint, fingerprint)) };
  };
  return {
    declarePlace: async (account, { number, ...declared }) => {
      const sealed = sealPlaceNumber(await findKey(account, "care"), account, number);
      const row = { ...sealed, ...declared };
      await actForAccount(db, account, (work) =>
        work
          .insert(callerPlaces)
          .values({ accountId: account, ...row })
          .onConflictDoUpdate({
            target: [callerPlaces.accountId, callerPlaces.fingerprint, callerPlaces.kind],
            set: row,
          }),
      );
      return { number, ...declared, id: idOf(sealed.fingerprint, declared.kind) };
    },
    forgetPlace: async (account, id) => {
      const [fingerprint = "", kind = ""] = id.split("-");
      if (!/^([0-9a-f]{2})+$/.test(fingerprint)) return undefined;
      const key = await findKey(account, "care");
      const print = eq(callerPlaces.fingerprint, Buffer.from(fingerprint, "hex"));
      const own = and(eq(callerPlaces.accountId, account), print, sql`${callerPlaces.kind} = ${kind}`);
      const [row] = await actForAccount(db, account, (work) => work.delete(callerPlaces).where(own).returning());
      return row && openRow(key, row);
    },
    withdrawPlace: async (account, number, kind) => {
      const { own } = await named(account, number);
      const one = and(own, eq(callerPlaces.kind, kind));
      const gone = await actForAccount(db, account, (work) =>
        work.delete(callerPlaces).where(one).returning({ place: callerPlaces.place }),
      );
      return gone.length > 0;
    },
    placesOf: async (account, number) => {
      const { own } = await named(account, number);
      const rows = await actForAccount(db, account, (work) =>
        work.select({ kind: callerPlaces.kind, place: callerPlaces.place }).from(callerPlaces).where(own),
      );
      return Object.fromEntries(rows.map(({ kind, place }) => [kind, place]));
    },
    declaredPlaces: async (account, number, page) => {
      const key = await findKey(account, "care");
      const wanted = number === undefined ? eq(callerPlaces.accountId, account) : (await named(account, number)).own;
      const rows = await actForAccount(db, account, (work) =>
        work
          .select()
          .from(callerPlaces)
          .where(and(wanted, page && lt(callerPlaces.declaredAt, page.before)))
          // A file declares many at one moment: they need an order too, or a page would repeat one and leave one out.
          .orderBy(desc(callerPlaces.declaredAt), desc(callerPlaces.fingerprint), desc(callerPlaces.kind))
          .limit(page?.limit ?? 1_000),
      );
      return rows.map((row) => ({ ...openRow(key, row), id: idOf(row.fingerprint, row.kind) }));
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

/** The fingerprint is keyed: it finds the number again for us and tells it to nobody. */
function idOf(fingerprint: Uint8Array, kind: PlaceKind): string {
  return `${Buffer.from(fingerprint).toString("hex")}-${kind}`;
}

function openRow(key: Uint8Array, row: InferSelectModel<typeof callerPlaces>): DeclaredPlace {
  const { accountId, fingerprint, numberSealed, ...declared } = row;
  return { ...declared, number: openPlaceNumber(key, accountId, fingerprint, numberSealed) };
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
