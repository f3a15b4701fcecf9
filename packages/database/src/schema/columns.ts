import { instant, type AccountId, type Instant } from "@ringtrail/core";
import { customType, uuid } from "../drizzle.ts";

/** A moment: milliseconds since 1970 in code, `timestamptz` in SQL. */
export const moment = customType<{ data: Instant; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  toDriver: (at) => new Date(at).toISOString(),
  fromDriver: (text) => instant(new Date(text).getTime()),
});

/** Bytes: sealed before they come here, or a sound that callers hear anyway. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
});

/** The tenant: the first column of every key. */
export const tenant = () => uuid("account_id").$type<AccountId>().notNull();
