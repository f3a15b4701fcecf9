import type { CostFileRead, SiteSummary } from "@ringtrail/api-contract";

/** What a person said of a report of costs, as it was typed. */
export interface CostDraft {
  readonly site: string;
  readonly source: string;
  readonly currency: string;
  readonly dateOrder: "" | "mdy" | "dmy";
}

/** Nothing said: the report tells it all. */
export const firstCostDraft: CostDraft = { site: "", source: "", currency: "", dateOrder: "" };

/** The same as the API reads it. Of several sites, the first is meant until another is chosen. */
export function costFileRead(draft: CostDraft, sites: readonly Pick<SiteSummary, "id">[]): CostFileRead {
  const { site, source, currency, dateOrder } = draft;
  const meant = site === "" && sites.length > 1 ? sites[0]?.id : site;
  return {
    ...(meant === undefined || meant === "" ? {} : { site: meant }),
    ...(source.trim() === "" ? {} : { source: source.trim() }),
    ...(currency.trim() === "" ? {} : { currency: currency.trim().toUpperCase() }),
    ...(dateOrder === "" ? {} : { dateOrder }),
  };
}
