import type { Role } from "@ringtrail/core/ports";
import { primaryKey, text, uniqueIndex, uuid } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/** Somebody who is asked to join, under the SHA-256 of the token in the link. One invitation an address. */
export const invitations = ringtrail.table(
  "invitations",
  {
    accountId: tenant().references(() => accounts.accountId),
    id: uuid("id").notNull(),
    email: text("email").notNull(),
    role: text("role").$type<Role>().notNull(),
    invitedBy: text("invited_by").notNull(),
    tokenSha256: text("token_sha256").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    uniqueIndex("invitations_email").on(table.accountId, table.email),
    uniqueIndex("invitations_token").on(table.tokenSha256),
  ],
);
