import type { FormShown } from "@ringtrail/api-contract";
import type { SentForm } from "@ringtrail/core/ports";
import { showMoment } from "./show-moment.ts";

/** A form in the contract's words. */
export function showForm({ id, site, siteName, name, ref, page, visit, touch, sentAt }: SentForm): FormShown {
  return { id, site: { id: site, name: siteName }, name, ref, page, visit, touch, sentAt: showMoment(sentAt) };
}
