import { LandingTried, type ChannelRuleShown } from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { readSent } from "./read-sent.ts";
import { sendJson, sendProblem } from "./send.ts";

/** Three of the rules: an ad's click, a search, and everything else. */
export const sampleRules: readonly ChannelRuleShown[] = [
  { place: 1, name: "click_id_gclid", channel: "paid_search", source: "google", medium: "cpc", parameters: ["gclid"] },
  { place: 2, name: "referrer_search", channel: "organic_search", source: "google", referrers: ["google.com"] },
  { place: 3, name: "direct", channel: "direct", source: "(direct)", medium: "(none)" },
];

/** Plays the rules that name a channel; false for any other request. */
export async function answerChannelRules({ url, request, response }: Asked): Promise<boolean> {
  if (url.pathname === "/v1/channel-rules") {
    sendJson(response, 200, { rules: sampleRules });
    return true;
  }
  if (url.pathname !== "/v1/channel-rules/tests") return false;
  const landing = LandingTried.parse(JSON.parse((await readSent(request)).toString("utf8")));
  const [ad, search, direct] = sampleRules;
  const rule = landing.url.includes("gclid") ? ad : landing.referrer.includes("google") ? search : direct;
  if (!URL.canParse(landing.url) || rule === undefined) {
    sendProblem(response, 422, "parameter_invalid", "The url is no address.", "Send another.", "url");
    return true;
  }
  const { channel, source = "", medium = "(none)", name, place } = rule;
  sendJson(response, 200, { touch: { channel, source, medium, rule: name }, place });
  return true;
}
