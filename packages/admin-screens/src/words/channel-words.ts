import { __ } from "@wordpress/i18n";

/** The name of a channel as people say it. A channel this version does not know is shown as it is called. */
export function channelWords(channel: string): string {
  switch (channel) {
    case "paid_search":
      return __("Paid search", "ringtrail");
    case "paid_social":
      return __("Paid social", "ringtrail");
    case "paid_other":
      return __("Other paid", "ringtrail");
    case "organic_search":
      return __("Organic search", "ringtrail");
    case "organic_social":
      return __("Social", "ringtrail");
    case "ai_assistant":
      return __("AI assistant", "ringtrail");
    case "maps":
      return __("Maps", "ringtrail");
    case "email":
      return __("E-mail", "ringtrail");
    case "referral":
      return __("Referral", "ringtrail");
    case "campaign":
      return __("Campaign", "ringtrail");
    case "direct":
      return __("Direct", "ringtrail");
    case "paid":
      return __("Kept for paid clicks", "ringtrail");
    case "any":
      return __("Any channel", "ringtrail");
    default:
      return channel.replaceAll("_", " ");
  }
}
