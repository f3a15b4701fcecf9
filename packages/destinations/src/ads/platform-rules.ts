import { day, hour } from "@ringtrail/core";
import type { AdPlatform, ClickIdKind, ConversionReach, PlatformReach } from "@ringtrail/core/attribution";

/** What a platform counts, and for how long. */
export interface AdPlatformRules extends PlatformReach {
  /** Its own click ids, the one it prefers first. */
  readonly clickIds: readonly ClickIdKind[];
  readonly reach: ConversionReach;
}

/**
 * By platform. Google Ads: clicks up to 90 days old, adjustments up to 55 days after the conversion. GA4: events up to 72
 * hours old, never changed. Microsoft: clicks and adjustments up to 90 days. Meta: events up to 7 days old, never changed.
 */
export const platformRules: Readonly<Record<AdPlatform, AdPlatformRules>> = {
  google_ads: {
    clickIds: ["gclid", "gbraid", "wbraid"],
    reach: "own_clicks",
    uploadWithinMs: 90 * day,
    adjustWithinMs: 55 * day,
  },
  ga4: { clickIds: [], reach: "any_visit", uploadWithinMs: 72 * hour, adjustWithinMs: 0 },
  microsoft_ads: { clickIds: ["msclkid"], reach: "own_clicks", uploadWithinMs: 90 * day, adjustWithinMs: 90 * day },
  meta: { clickIds: ["fbclid"], reach: "own_clicks", uploadWithinMs: 7 * day, adjustWithinMs: 0 },
};

/** A click is given to the last ad before the call, and only so long. */
export const clickWindowMs = 90 * day;
