import { boolean, check, sql } from "../drizzle.ts";
import { bytes } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** One row for the whole installation: a known text under the master key, so that a wrong key file is noticed at start. */
export const keyCheck = ringtrail.table(
  "key_check",
  {
    isOnly: boolean("is_only").primaryKey().default(true),
    sealed: bytes("sealed").notNull(),
    /** What the server's own secrets come from; null before the first rotation of the master key. */
    root: bytes("root"),
  },
  () => [check("key_check_one_row", sql`is_only`)],
);
