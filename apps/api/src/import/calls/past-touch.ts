import { readTouch, type Channel, type Touch } from "@ringtrail/core/attribution";
import { parseLanding } from "../../parse-landing.ts";

/** What a row says of where its caller came from. */
export interface ToldSource {
  readonly landing: string;
  readonly referrer: string;
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  readonly keyword: string;
}

/** The rule of a touch that rests on another tracker's word alone. */
export const importedRule = "imported";

/**
 * Where a caller came from. A landing page is read by our own published rules, as if it had been visited here; without
 * one the tracker's words stand, under the rule `imported`. Undefined where the row says neither.
 */
export function pastTouch(told: ToldSource): Touch | undefined {
  const landing = told.landing === "" ? undefined : parseLanding(told.landing, told.referrer);
  if (landing !== undefined) return readTouch(landing);
  return told.source === "" ? undefined : toldTouch(told);
}

/** A source in another tracker's words. */
export function toldTouch({ source, medium, campaign, keyword }: Omit<ToldSource, "landing" | "referrer">): Touch {
  const [from, by] = [source.toLowerCase(), medium.toLowerCase()];
  return {
    channel: channelOf(from, by),
    source: from || "(not set)",
    medium: by || "(not set)",
    campaign: campaign || undefined,
    keyword: keyword || undefined,
    clickId: undefined,
    rule: importedRule,
  };
}

const networks = ["facebook", "instagram", "meta", "linkedin", "tiktok", "pinterest"];
const searchers = ["google", "bing", "yahoo", "duckduckgo"];

/**
 * Only what whole words plainly say: `Google Ads`, `Bing Organic`, `cpc`; `not-linkedin` is a word of its own. Anything
 * else is a campaign of the owner's.
 */
function channelOf(source: string, medium: string): Channel {
  const words = new Set(`${source} ${medium}`.split(/[\s/,()_]+/));
  const says = (...some: readonly string[]) => some.some((word) => words.has(word));
  const isPaid = says("ad", "ads", "adwords", "cpc", "ppc", "paid");
  if (says("maps", "gmb") || /\b(my business|business profile)\b/.test(source)) return "maps";
  if (says(...networks)) return isPaid ? "paid_social" : "organic_social";
  if (isPaid) return says(...searchers, "cpc", "ppc") ? "paid_search" : "paid_other";
  if (says("organic")) return "organic_search";
  if (says("email", "e-mail")) return "email";
  if (says("direct") && source.replaceAll(/[()]/g, "").startsWith("direct")) return "direct";
  return medium === "referral" ? "referral" : "campaign";
}
