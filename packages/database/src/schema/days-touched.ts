import { primaryKey, sql, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";

/**
 * A call of this moment has changed, so its day must be added up again. Only ever appended by those who ring: a row of
 * its own for each change means that nobody waits for anybody.
 */
export const daysTouched = ringtrail.table(
  "days_touched",
  {
    accountId: tenant(),
    at: moment("at").notNull(),
    id: uuid("id")
      .notNull()
      .default(sql`gen_random_uuid()`),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.at, table.id] })],
);
