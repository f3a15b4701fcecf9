import { getTableConfig } from "drizzle-orm/pg-core";
import type { ReservedSql } from "postgres";
import type { AccountId, Phi } from "@ringtrail/core";
import { callerPlaces } from "../schema/index.ts";
import { openPlaceNumber } from "../stores/caller-place-store.ts";

/** A declared place, its number still sealed: only a door with a name opens it. */
export interface ExportedPlace {
  readonly number: Phi<string>;
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

/** Every declared place of the account, oldest first, as the transaction of `sql` sees them. */
export async function* readCallerPlaces(
  sql: ReservedSql,
  account: AccountId,
  key: Uint8Array,
): AsyncGenerator<ExportedPlace> {
  const { schema, name } = getTableConfig(callerPlaces);
  const rows = sql<SealedPlace[]>`
    select fingerprint, number_sealed as sealed, place, basis, declared_by as "declaredBy",
           to_jsonb(declared_at) #>> '{}' as "declaredAt"
    from ${sql(`${schema}.${name}`)} order by account_id, declared_at, fingerprint`;
  for await (const part of rows.cursor(500)) {
    for (const { fingerprint, sealed, ...declared } of part) {
      yield { ...declared, number: openPlaceNumber(key, account, fingerprint, sealed) };
    }
  }
}
