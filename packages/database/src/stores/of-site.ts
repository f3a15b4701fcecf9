import type { TransactionSql } from "postgres";
import type { DaysAsked } from "@ringtrail/core/ports";

/** Narrows rows that are called `d` to one site, if one is asked for. */
export function ofSite(work: TransactionSql, site: DaysAsked["site"]) {
  return site === undefined ? work`` : work`and d.site_id = ${site}`;
}
