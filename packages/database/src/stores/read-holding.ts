import type { VisitId } from "@ringtrail/core";
import type { Device, Holding, Touch, VisitRegion } from "@ringtrail/core/attribution";

/** One visit as `ringtrail.holdings` answers it. */
export type HoldingRow = readonly [
  visit: VisitId,
  device: Device,
  region: VisitRegion | null,
  shownAgoMs: number,
  seenAgoMs: number,
  hiddenAgoMs: number | null,
  tappedAgoMs: number | null,
  copiedAgoMs: number | null,
  channel: Touch["channel"],
  source: string,
  medium: string,
  campaign: string | null,
  keyword: string | null,
  clickId: string | null,
  rule: string,
];

/** Names the fields of a row; null, which SQL says for "none", becomes undefined. */
export function readHolding(row: HoldingRow): Holding {
  const [visit, device, region, shownAgoMs, seenAgoMs, hiddenAgoMs, tappedAgoMs, copiedAgoMs, ...arrived] = row;
  const [channel, source, medium, campaign, keyword, clickId, rule] = arrived;
  return {
    visit,
    touch: {
      channel,
      source,
      medium,
      campaign: campaign ?? undefined,
      keyword: keyword ?? undefined,
      clickId: clickId ?? undefined,
      rule,
    },
    shownAgoMs,
    seenAgoMs,
    tappedAgoMs: tappedAgoMs ?? undefined,
    hiddenAgoMs: hiddenAgoMs ?? undefined,
    copiedAgoMs: copiedAgoMs ?? undefined,
    device,
    region: region ?? undefined,
  };
}
