import { boolean, index, integer, text, timestamp } from "../drizzle.ts";
import { user } from "./auth-user.ts";
import { auth } from "./schemas.ts";

/** better-auth's `twoFactor` model: a person's second factor and backup codes, both encrypted by the library under the server's session key. */
export const twoFactor = auth.table(
  "two_factor",
  {
    id: text("id").primaryKey(),
    secret: text("secret").notNull(),
    backupCodes: text("backup_codes").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** False until the first code of it was right. */
    verified: boolean("verified").default(true),
    failedVerificationCount: integer("failed_verification_count").default(0),
    lockedUntil: timestamp("locked_until", { withTimezone: true }),
  },
  (table) => [index("two_factor_user").on(table.userId)],
);
