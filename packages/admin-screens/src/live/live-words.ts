import { __ } from "@wordpress/i18n";
import type { LiveState } from "./live-feed.ts";

/** What the lamp beside a heading says. */
export function liveWords(state: LiveState): string {
  switch (state) {
    case "connecting":
      return __("Connecting", "ringtrail");
    case "live":
      return __("Live", "ringtrail");
    case "polling":
      return __("Updates every few seconds", "ringtrail");
    case "offline":
      return __("Offline: what you see may be old", "ringtrail");
    case "lost":
      return __("Not live", "ringtrail");
  }
}
