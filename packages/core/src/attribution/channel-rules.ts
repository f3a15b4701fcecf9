import { assistants } from "./assistant-hosts.ts";
import type { ChannelRule, SourceCondition } from "./channel-rule.ts";
import { adSystems, mailServices, mapServices, paymentHosts } from "./other-hosts.ts";
import { otherServices, searchEngines } from "./search-hosts.ts";
import { socialNetworks } from "./social-hosts.ts";
import type { SourceRow } from "./source-row.ts";
import type { Channel } from "./touch.ts";

const paid = ["cpc", "ppc", "cpv", "cpa", "paid", "ads", "ad", "paid_media", "paid-media"];
const paidSearch = ["paidsearch", "paid_search", "paid-search", "paid search", "sem"];
const paidSocial = ["paidsocial", "paid_social", "paid-social", "paid social", "social_paid", "social-paid"];
const display = ["display", "banner", "cpm", "interstitial", "programmatic", "native", "retargeting", "remarketing"];
const affiliate = ["affiliate", "affiliates"];
const email = ["email", "e-mail", "e_mail", "e mail", "newsletter"];
const social = ["social", "social-network", "social-media", "social network", "social media", "social_network"];
const moreSocial = ["social_media", "organic_social", "organic-social", "sm"];
const maps = mapServices.flatMap(({ aliases }) => aliases);

function clickId(id: string, channel: Channel, source: string, medium: string): ChannelRule {
  return { name: `click_id_${id}`, when: { anyParam: [id] }, channel, source, medium };
}

/** A rule on what the owner wrote: the medium is told as written, the source too unless a row names it. */
function utm(name: string, channel: Channel, when: NonNullable<SourceCondition["utm"]>, source?: string): ChannelRule {
  return { name: `utm_${name}`, when: { utm: when }, channel, source, medium: undefined };
}

function perRow(
  rows: readonly SourceRow[],
  name: string,
  channel: Channel,
  medium?: readonly string[],
): readonly ChannelRule[] {
  return rows.map(({ source, aliases }) =>
    utm(name, channel, medium ? { source: aliases, medium } : { source: aliases }, source),
  );
}

function referrers(rows: readonly SourceRow[], name: string, channel: Channel, medium: string): readonly ChannelRule[] {
  return rows
    .filter(({ hosts }) => hosts.length > 0)
    .map(({ source, hosts }) => ({ name: `referrer_${name}`, when: { referrer: hosts }, channel, source, medium }));
}

/** Fits every landing. */
export const fallbackRule: ChannelRule = {
  name: "direct",
  when: {},
  channel: "direct",
  source: "(direct)",
  medium: "(none)",
};

/**
 * The rules, in order: what an advertising system wrote into the address, what the owner wrote, who referred, nothing.
 *
 * `fbclid` and `igshid` come last: every link out of Facebook and Instagram carries them, paid or not, and they stay on
 * when somebody passes the link on. They only count when nothing else tells anything. So does `srsltid`, which Google
 * puts on unpaid listings.
 */
export const channelRules: readonly ChannelRule[] = [
  clickId("gclid", "paid_search", "google", "cpc"),
  clickId("gbraid", "paid_search", "google", "cpc"),
  clickId("wbraid", "paid_search", "google", "cpc"),
  clickId("msclkid", "paid_search", "bing", "cpc"),
  clickId("yclid", "paid_search", "yandex", "cpc"),
  clickId("dclid", "paid_other", "google", "display"),
  clickId("ttclid", "paid_social", "tiktok", "paid_social"),
  clickId("li_fat_id", "paid_social", "linkedin", "paid_social"),
  clickId("twclid", "paid_social", "x", "paid_social"),
  clickId("rdt_cid", "paid_social", "reddit", "paid_social"),
  clickId("ScCid", "paid_social", "snapchat", "paid_social"),
  clickId("sccid", "paid_social", "snapchat", "paid_social"),
  clickId("epik", "paid_social", "pinterest", "paid_social"),
  clickId("qclid", "paid_social", "quora", "paid_social"),
  clickId("ob_click_id", "paid_other", "outbrain", "native"),
  clickId("tblci", "paid_other", "taboola", "native"),
  clickId("irclickid", "paid_other", "impact", "affiliate"),
  clickId("irclid", "paid_other", "impact", "affiliate"),
  clickId("gclsrc", "paid_search", "google", "cpc"),
  clickId("gad_source", "paid_search", "google", "cpc"),
  ...perRow(searchEngines, "paid_search", "paid_search", [...paid, ...paidSearch]),
  utm("paid_search", "paid_search", { medium: paidSearch }),
  ...perRow(socialNetworks, "paid_social", "paid_social", [...paid, ...paidSocial]),
  utm("paid_social", "paid_social", { medium: paidSocial }),
  utm("display", "paid_other", { medium: display }),
  utm("affiliate", "paid_other", { medium: affiliate }),
  utm("paid_other", "paid_other", { medium: paid }),
  ...perRow(mapServices, "maps", "maps"),
  utm("maps", "maps", { medium: maps }),
  utm("maps", "maps", { campaign: maps }),
  utm("email", "email", { medium: email }),
  utm("email", "email", { source: email }),
  clickId("_kx", "email", "klaviyo", "email"),
  clickId("mc_eid", "email", "mailchimp", "email"),
  ...perRow(assistants, "assistant", "ai_assistant"),
  ...perRow(socialNetworks, "social", "organic_social"),
  utm("social", "organic_social", { medium: [...social, ...moreSocial] }),
  ...perRow(searchEngines, "search", "organic_search"),
  utm("organic", "organic_search", { medium: ["organic", "seo"] }),
  utm("referral", "referral", { medium: ["referral"] }),
  {
    name: "utm_campaign",
    when: { anyParam: ["utm_source", "utm_medium", "utm_campaign"] },
    channel: "campaign",
    source: undefined,
    medium: undefined,
  },
  { name: "self_referral", when: { internal: true }, channel: "direct", source: "(direct)", medium: "(none)" },
  { name: "payment_return", when: { referrer: paymentHosts }, channel: "direct", source: "(direct)", medium: "(none)" },
  ...referrers(adSystems, "ads", "paid_other", "display"),
  ...referrers(mapServices, "maps", "maps", "maps"),
  ...referrers(assistants, "assistant", "ai_assistant", "referral"),
  ...referrers(mailServices, "mail", "email", "email"),
  ...referrers(socialNetworks, "social", "organic_social", "social"),
  ...referrers(otherServices, "service", "referral", "referral"),
  ...referrers(searchEngines, "search", "organic_search", "organic"),
  { name: "referrer_other", when: { referrer: [] }, channel: "referral", source: undefined, medium: "referral" },
  clickId("fbclid", "organic_social", "facebook", "social"),
  clickId("igshid", "organic_social", "instagram", "social"),
  clickId("igsh", "organic_social", "instagram", "social"),
  clickId("srsltid", "organic_search", "google", "organic"),
  fallbackRule,
];

/** The click ids the rules know, in their order. */
export const clickIds: readonly string[] = channelRules
  .filter(({ name }) => name.startsWith("click_id_"))
  .flatMap(({ when }) => when.anyParam ?? []);
