import { foreignKey, integer, primaryKey, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { glassOpenings } from "./glass-openings.ts";
import { glass } from "./schemas.ts";

/**
 * One look through the broken glass. Each uses up the entry of the audit log that told of it: no entry, no look. The
 * function that writes here looks for it; a foreign key would let nobody say why the log is not to be emptied.
 */
export const glassLooks = glass.table(
  "looks",
  {
    accountId: tenant(),
    auditSequence: integer("audit_sequence").notNull(),
    openingId: uuid("opening_id").notNull(),
    token: uuid("token").notNull(),
    at: moment("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.auditSequence] }),
    foreignKey({
      columns: [table.accountId, table.openingId],
      foreignColumns: [glassOpenings.accountId, glassOpenings.id],
    }),
  ],
);
