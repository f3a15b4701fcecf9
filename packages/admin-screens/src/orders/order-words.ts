import type { OrderShown, RevenueRowShown } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import { channelWords } from "../words/channel-words.ts";

/** What the report's rows are about. */
export type By = "channel" | "campaign";

/** How an order's call was found, or why none was looked for. */
export function ruleWords({ rule, hasVisit }: Pick<OrderShown, "rule" | "hasVisit">): string {
  switch (rule) {
    case "visit":
      return __("By phone: the visit that called", "ringtrail");
    case "caller":
      return __("By phone: the customer’s number", "ringtrail");
    case "none":
      return hasVisit ? __("On the web: its own visit", "ringtrail") : __("On the web: no visit known", "ringtrail");
  }
}

/** What a row of the report is about. */
export function rowWords({ kind, name }: Pick<RevenueRowShown, "kind" | "name">, by: By): string {
  switch (kind) {
    case "named":
      return by === "channel" ? channelWords(name ?? "") : (name ?? "");
    case "unnamed":
      return by === "channel" ? __("Channel not told", "ringtrail") : __("No campaign", "ringtrail");
    case "returning":
      return __("Called before, no visit", "ringtrail");
    case "nobody":
      return __("No visit known", "ringtrail");
  }
}
