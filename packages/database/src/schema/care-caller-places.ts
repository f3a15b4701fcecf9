import type { Jurisdiction } from "@ringtrail/core/consent";
import type { PlaceKind } from "@ringtrail/core/ports";
import { index, primaryKey, text } from "../drizzle.ts";
import { bytes, moment, tenant } from "./columns.ts";
import { care } from "./schemas.ts";

/** Where the people behind a number are and where their bills go, as somebody declared. The number is sealed, and found by its fingerprint. */
export const callerPlaces = care.table(
  "caller_places",
  {
    accountId: tenant(),
    fingerprint: bytes("fingerprint").notNull(),
    kind: text("kind").$type<PlaceKind>().notNull().default("declared"),
    numberSealed: bytes("number_sealed").notNull(),
    place: text("place").$type<Jurisdiction>().notNull(),
    basis: text("basis").notNull(),
    declaredBy: text("declared_by").notNull(),
    declaredAt: moment("declared_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.fingerprint, table.kind] }),
    index("caller_places_newest").on(table.accountId, table.declaredAt),
  ],
);
