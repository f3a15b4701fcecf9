import type { NumberPurpose, PoolState, SiteSummary } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import { formatPhone } from "../../format/format-phone.ts";

/** Places without page views, in the order people ask for them. */
export const sourceKindIds = ["google-business-profile", "ad-call-asset", "print", "radio", "other"] as const;
export type SourceKindId = (typeof sourceKindIds)[number];

/** What a number is to be for, as it is being chosen. */
export interface PurposeDraft {
  /** A pool's id, or `source`. */
  readonly into: string;
  readonly kind: SourceKindId;
  readonly name: string;
  /** The target number a source stands for: `site target`. */
  readonly target: string;
}

/** Every target number of the account, with its site. */
export function targetsOf(
  sites: readonly SiteSummary[],
): readonly { readonly value: string; readonly label: string }[] {
  return sites.flatMap((site) =>
    site.targets.map(({ id, e164, label }) => ({
      value: `${site.id} ${id}`,
      label: `${label === "" ? formatPhone(e164) : label} · ${site.name}`,
    })),
  );
}

/** Where a form begins: in the first pool, or as a source where there is none. */
export function firstPurpose(pools: readonly PoolState[], sites: readonly SiteSummary[]): PurposeDraft {
  const target = targetsOf(sites)[0]?.value ?? "";
  return { into: pools[0]?.id ?? "source", kind: "google-business-profile", name: "", target };
}

/** The purpose as the API takes it. */
export function purposeOf({ into, kind, name, target }: PurposeDraft): NumberPurpose {
  if (into !== "source") return { role: "pool", pool: into };
  const [site = "", id = ""] = target.split(" ");
  const called = name.trim();
  return { role: "source", site, target: id, kind, ...(called === "" ? {} : { name: called }) };
}

/** What a place without page views is called, and what to do with its number there. */
export function sourceWords(kind: SourceKindId): { readonly name: string; readonly how: string } {
  switch (kind) {
    case "google-business-profile":
      return {
        name: __("Google Business Profile", "ringtrail"),
        how: __(
          "Make it the primary phone of the profile and keep your own number as an additional one: Google then still finds the business by the number it knows.",
          "ringtrail",
        ),
      };
    case "ad-call-asset":
      return {
        name: __("Call asset of an ad", "ringtrail"),
        how: __(
          "Enter it as the phone of the call asset in Google Ads or Microsoft Advertising. Switch the platform’s own forwarding number off, or calls are counted by it.",
          "ringtrail",
        ),
      };
    case "print":
      return {
        name: __("Print: flyer, paper, poster", "ringtrail"),
        how: __("Print it in place of your own number. Keep it for as long as the print may lie about.", "ringtrail"),
      };
    case "radio":
      return {
        name: __("Radio or television", "ringtrail"),
        how: __("Choose one that is easily said and remembered: search by area code and listen to it.", "ringtrail"),
      };
    case "other":
      return {
        name: __("Another place", "ringtrail"),
        how: __(
          "Whoever calls it is credited to the place you name, with certainty and without a visitor.",
          "ringtrail",
        ),
      };
  }
}
