import { day, instant, type AccountId, type SiteId } from "@ringtrail/core";
import type { HealthcareCut } from "@ringtrail/core/ports";
import type { Stores } from "../../src/create-stores.ts";
import type { DumpedCalls } from "./attackers.ts";
import type { ClinicCall } from "./clinic-weeks.ts";
import type { DumpedRow } from "./dump-tables.ts";
import { nameOf } from "./name-ways.ts";

/**
 * Counts pages as the worst clinic's would be: each way has a page of its own, opened and its number tapped by nobody but
 * those who call, on the day of the call.
 */
export async function countPagesOf(
  { healthcare }: Pick<Stores, "healthcare">,
  { account, site }: { readonly account: AccountId; readonly site: SiteId },
  calls: readonly ClinicCall[],
): Promise<void> {
  for (const { touch, rangAt } of calls) {
    const page = { group: nameOf(touch), day: new Date(rangAt).toISOString().slice(0, 10) };
    for (const kind of ["page", "tap"] as const) await healthcare.countPage(account, site, { ...page, kind });
  }
}

/** The rows of the dump that say how calls came, or how often pages of each group were opened or numbers on them tapped. */
export function countedRows(dump: readonly DumpedRow[], cut: HealthcareCut): readonly DumpedCalls[] {
  return dump
    .filter(({ table, row }) => table === "ringtrail.healthcare_counts" && row["cut"] === cut)
    .map(({ row }) => ({
      way: (row["path"] as string[]).join(" / "),
      channel: (row["path"] as string[])[0]?.split(" / ")[0],
      calls: Number(row["calls"]),
      from: instant(Date.parse(String(row["first_day"]))),
      to: instant(Date.parse(String(row["last_day"])) + day),
    }));
}
