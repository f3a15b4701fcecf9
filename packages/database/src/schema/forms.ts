import type { SiteId, VisitId } from "@ringtrail/core";
import type { Touch } from "@ringtrail/core/attribution";
import { foreignKey, index, jsonb, primaryKey, text, uuid } from "../drizzle.ts";
import { moment, tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** A form somebody sent. What they wrote in it is not here: whoever runs the form has that. */
export const forms = ringtrail.table(
  "forms",
  {
    accountId: tenant(),
    id: uuid("id").notNull(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    name: text("name").notNull(),
    /** The sender's own id of it. Null in healthcare mode. */
    ref: text("ref"),
    /** Path of the page it stands on. Null in healthcare mode. */
    page: text("page"),
    /** Null when no visit is known to have sent it, in healthcare mode, or when the visitor was forgotten. */
    visitId: uuid("visit_id").$type<VisitId>(),
    /** How whoever sent it came. */
    touch: jsonb("touch").$type<Touch>(),
    sentAt: moment("sent_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
    index("forms_sent").on(table.accountId, table.sentAt),
    index("forms_visit").on(table.accountId, table.visitId),
  ],
);
