import type { AdPlatformShown, SiteSummary, ToldConversionShown } from "@ringtrail/api-contract";
import { callId } from "./sample-calls.ts";
import { sampleSite } from "./sample-flow.ts";

/** Google Ads, told of the account's one site a quarter of an hour ago. */
export function anAdPlatform(now: Date, over: Partial<AdPlatformShown> = {}): AdPlatformShown {
  return {
    id: callId(6_000),
    platform: "google_ads",
    site: sampleSite.id,
    isOn: true,
    settings: { customerId: "1234567890", conversionActionId: "987", policy: { weigh: "threshold", least: 0.8 } },
    last: { at: new Date(now.getTime() - 15 * 60_000).toISOString(), told: 3, refused: 0 },
    ...over,
  };
}

/** The nth conversion a platform was told. */
export function aToldConversion(nth: number, over: Partial<ToldConversionShown> = {}): ToldConversionShown {
  return {
    id: `c-${nth}`,
    platform: "google_ads",
    how: "api",
    call: callId(nth),
    at: new Date(Date.UTC(2026, 10, 25, 10) - nth * 60_000).toISOString(),
    click: "gclid",
    value: { amount: 40, currency: "USD" },
    state: "told",
    ...over,
  };
}

/** The nth site of somebody who looks after many. */
export function aSite(nth: number): SiteSummary {
  return {
    id: callId(20_000 + nth),
    key: `site-${nth}`,
    name: `Branch ${nth}`,
    origins: [`https://branch-${nth}.example`],
    regime: "unknown",
    targets: [{ id: callId(30_000 + nth), e164: `+1415${5_560_000 + nth}`, label: "Main line" }],
    sources: [],
    pools: [],
  };
}
