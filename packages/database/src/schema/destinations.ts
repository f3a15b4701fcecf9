import type { SiteId } from "@ringtrail/core";
import type { FactKind } from "@ringtrail/core/ports";
import { boolean, foreignKey, integer, jsonb, primaryKey, text, uuid } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { bytes, moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** Where an account's facts are sent. Secrets are sealed under the account's key. */
export const destinations = ringtrail.table(
  "destinations",
  {
    accountId: tenant().references(() => accounts.accountId),
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    isOn: boolean("is_on").notNull(),
    facts: text("facts").array().$type<FactKind[]>().notNull(),
    siteId: uuid("site_id").$type<SiteId>(),
    settings: jsonb("settings").$type<Readonly<Record<string, unknown>>>().notNull(),
    secretSealed: bytes("secret_sealed"),
    /** The secret before the present one, and until when it signs too. */
    oldSecretSealed: bytes("old_secret_sealed"),
    oldSecretUntil: moment("old_secret_until"),
    /** Failures in a row; one that fails is asked by one delivery at a time, and not before `restUntil`. */
    failures: integer("failures").notNull().default(0),
    failingSince: moment("failing_since"),
    restUntil: moment("rest_until"),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
  ],
);
