import { clickIds } from "./channel-rules.ts";
import { nameChannel, parameter } from "./name-channel.ts";
import type { Landing, Touch } from "./touch.ts";

/**
 * Reads how a visit arrived from its landing, by the published rules.
 *
 * Source and medium are told in lower case, so that `Google` and `google` are one; campaign and keyword as written.
 */
export function readTouch(landing: Landing): Touch {
  const rule = nameChannel(landing);
  const { referrerDomain, referrerHost } = landing;
  const ownWords = rule.name.startsWith("utm_") ? parameter(landing, "utm_source") : (referrerDomain ?? referrerHost);
  return {
    channel: rule.channel,
    source: rule.source ?? ownWords?.toLowerCase() ?? notSet,
    medium: rule.medium ?? parameter(landing, "utm_medium")?.toLowerCase() ?? notSet,
    campaign: parameter(landing, "utm_campaign"),
    keyword: parameter(landing, "utm_term"),
    clickId: clickIds.find((id) => parameter(landing, id) !== undefined),
    rule: rule.name,
  };
}

/** What stands where the owner wrote nothing. */
const notSet = "(not set)";
