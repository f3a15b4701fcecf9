import type { ToldConversionShown } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";

/** What people call a platform. */
export function platformWords(platform: ToldConversionShown["platform"]): string {
  switch (platform) {
    case "google_ads":
      return __("Google Ads", "ringtrail");
    case "ga4":
      return __("Google Analytics 4", "ringtrail");
    case "microsoft_ads":
      return __("Microsoft Advertising", "ringtrail");
    case "meta":
      return __("Meta", "ringtrail");
  }
}

/** What became of a conversion. */
export function toldWords({ state, how }: Pick<ToldConversionShown, "state" | "how">): string {
  if (state === "retracted") return __("Taken back", "ringtrail");
  if (state === "refused") return __("Refused", "ringtrail");
  return how === "file" ? __("In a file", "ringtrail") : __("Told", "ringtrail");
}

/** Why nothing was told, and what to do. A code this version does not know is told as it is. */
export function troubleWords(code: string): string {
  switch (code) {
    case "platform_keys_refused":
      return __("The platform does not take the keys: make new ones there and write them here.", "ringtrail");
    case "platform_busy":
    case "platform_failing":
    case "timed_out":
      return __("The platform did not answer well. Nothing to do: the next round tries again.", "ringtrail");
    default:
      return code;
  }
}
