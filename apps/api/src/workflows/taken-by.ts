import type { NumberId, Taking } from "@ringtrail/core";
import type { SiteSettings } from "@ringtrail/core/ports";

/** What a number takes: the business's own whatever stands on its page; one of ours calls, and what its owner has marked. */
export function takenBy(site: Pick<SiteSettings, "texting">, number: NumberId | undefined): Taking[] {
  if (number === undefined) return ["call", "sms", "whatsapp"];
  return ["call", ...(site.texting.find((one) => one.number === number)?.takes ?? [])];
}
