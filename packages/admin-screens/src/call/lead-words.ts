import { __ } from "@wordpress/i18n";
import type { Lead } from "./note-draft.ts";

/** What a lead's status is called. */
export function leadWords(lead: Lead): string {
  switch (lead) {
    case "open":
      return __("Still open", "ringtrail");
    case "good":
      return __("A good lead", "ringtrail");
    case "won":
      return __("Became a customer", "ringtrail");
    case "lost":
      return __("Lost", "ringtrail");
    case "none":
      return __("No lead", "ringtrail");
  }
}
