import type { SiteId } from "@ringtrail/core";
import { bigint, date, foreignKey, primaryKey, text, uuid } from "../drizzle.ts";
import { tenant } from "./columns.ts";
import { ringtrail } from "./schemas.ts";
import { sites } from "./sites.ts";

/** A line of an ad platform's bill on one day. */
export const adCosts = ringtrail.table(
  "ad_costs",
  {
    accountId: tenant(),
    siteId: uuid("site_id").$type<SiteId>().notNull(),
    day: date("day", { mode: "string" }).notNull(),
    /** A hash of everything the line says of itself but its figures: those texts are too long for an index. */
    lineKey: text("line_key").notNull(),
    /** The import it came with last. */
    importId: uuid("import_id").notNull(),
    source: text("source").notNull(),
    medium: text("medium").notNull(),
    campaign: text("campaign"),
    keyword: text("keyword"),
    landingPath: text("landing_path"),
    /** What else tells it from others of its day: ad group, ad set, ad, device. */
    line: text("line").notNull(),
    /** ISO 4217. */
    currency: text("currency").notNull(),
    /** In millionths of the currency. */
    micros: bigint("micros", { mode: "number" }).notNull(),
    clicks: bigint("clicks", { mode: "number" }).notNull(),
    impressions: bigint("impressions", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.siteId, table.day, table.lineKey] }),
    foreignKey({ columns: [table.accountId, table.siteId], foreignColumns: [sites.accountId, sites.id] }),
  ],
);
