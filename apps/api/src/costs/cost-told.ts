import type { saveCosts } from "@ringtrail/api-contract";
import type { AdCost } from "@ringtrail/core/attribution";
import type { z } from "zod";

type Told = z.output<(typeof saveCosts)["body"]>["costs"][number];

/** A line of cost as the API was told it. Source and medium in small letters, as touches have them. */
export function costTold(told: Told): AdCost {
  const { day, source, medium, campaign, keyword, landingPage, line, currency, amount, clicks, impressions } = told;
  return {
    day,
    source: source.toLowerCase(),
    medium: medium.toLowerCase(),
    campaign: campaign || undefined,
    keyword: keyword || undefined,
    landingPath: landingPage || undefined,
    line,
    currency,
    micros: Math.round(amount * 1e6),
    clicks,
    impressions,
  };
}
