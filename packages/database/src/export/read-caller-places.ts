import type { ReservedSql } from "postgres";
import { Phi, type AccountId } from "@ringtrail/core";
import { getTableConfig } from "../drizzle.ts";
import { callerPlaces } from "../schema/index.ts";
import { openPlaceNumber } from "../stores/caller-place-store.ts";

/** A declared place, its number still sealed: only a door with a name opens it. */
export interface ExportedPlace {
  readonly number: Phi<string>;
  /** `declared` or `billing`. */
  readonly kind: string;
  readonly place: string;
  readonly basis: string;
  readonly declaredBy: string;
  /** ISO 8601. */
  readonly declaredAt: string;
}

interface SealedPlace extends Omit<ExportedPlace, "number"> {
  readonly fingerprint: Uint8Array;
  readonly sealed: Uint8Array;
}

/**
 * Every declared place of the account as the transaction of `sql` sees them, oldest first, those of one moment by their
 * number: the order of fingerprints hangs on our key, and the same account must read the same everywhere.
 */
export async function* readCallerPlaces(
  sql: ReservedSql,
  account: AccountId,
  key: Uint8Array,
): AsyncGenerator<ExportedPlace> {
  const { schema, name } = getTableConfig(callerPlaces);
  const rows = sql<SealedPlace[]>`
    select fingerprint, number_sealed as sealed, kind, place, basis, declared_by as "declaredBy",
           to_jsonb(declared_at) #>> '{}' as "declaredAt"
    from ${sql(`${schema}.${name}`)} order by account_id, declared_at, fingerprint`;
  let ofMoment: ExportedPlace[] = [];
  for await (const part of rows.cursor(500)) {
    for (const { fingerprint, sealed, ...declared } of part) {
      if (ofMoment[0]?.declaredAt !== declared.declaredAt) {
        yield* byNumber(ofMoment);
        ofMoment = [];
      }
      ofMoment.push({ ...declared, number: openPlaceNumber(key, account, fingerprint, sealed) });
    }
  }
  yield* byNumber(ofMoment);
}

function byNumber(places: readonly ExportedPlace[]): readonly ExportedPlace[] {
  const name = ({ number, kind }: ExportedPlace) => `${Phi.reveal(number, "care-export")} ${kind}`;
  return places.toSorted((a, b) => (name(a) < name(b) ? -1 : 1));
}
