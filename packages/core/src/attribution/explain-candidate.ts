import type { CallOnNumber, Factor, Holding } from "./call-match.ts";
import type { CallParameters } from "./call-parameters.ts";
import { holdingWindowMs } from "./holding-window.ts";
import type { RateTable, Sighting } from "./weigh-holding.ts";
import { isOnPage, presenceWeight } from "./weigh-presence.ts";

/**
 * The reasons for one candidate's rate: their product, times a visit's chance to call at all, is the rate. A weight
 * compares with a visit that was shown the number at any moment of the window.
 */
export function explainCandidate(
  parameters: CallParameters,
  table: RateTable,
  { holding, sighting, region, isSole }: ExplainedHolding,
  { callerRegion }: CallOnNumber,
): readonly Factor[] {
  const { shownAgoMs, seenAgoMs, tappedAgoMs, copiedAgoMs } = holding;
  const shown = Math.exp(table.delay(sighting.device ?? "unknown", shownAgoMs) + Math.log(holdingWindowMs));
  const isThere = isOnPage(holding);
  const bySight = table.bySight(sighting);
  const gain = (without: Partial<Sighting>) => Math.exp(table.rate(sighting) - table.rate({ ...sighting, ...without }));
  const onPage = presenceWeight(parameters.onPage, shownAgoMs, isThere);
  const both = Math.exp(table.rate(sighting) - bySight);
  const tap = copiedAgoMs === undefined ? both : gain({ tappedAgoMs: undefined });
  const factors: Factor[] = [{ name: "shown_ago", weight: shown, fact: shownAgoMs }];
  if (isThere) factors.push({ name: "still_on_page", weight: onPage, fact: seenAgoMs });
  if (tappedAgoMs !== undefined) factors.push({ name: "tel_tap", weight: tap, fact: tappedAgoMs });
  if (copiedAgoMs !== undefined)
    factors.push({ name: "copied", weight: both / (tappedAgoMs === undefined ? 1 : tap), fact: copiedAgoMs });
  if (holding.region !== undefined && callerRegion !== undefined) {
    factors.push({ name: "same_region", weight: region, fact: holding.region.code === callerRegion });
  }
  if (isSole) factors.push({ name: "sole_holder", weight: 1, fact: true });
  return factors;
}

/** A holding with what was worked out of it. */
export interface ExplainedHolding {
  readonly holding: Holding;
  readonly sighting: Sighting;
  /** The weight of its region. */
  readonly region: number;
  readonly isSole: boolean;
}
