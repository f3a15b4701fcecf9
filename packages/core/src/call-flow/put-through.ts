import { shippedSorry } from "./announcement.ts";
import type { CallFlow } from "./call-flow.ts";
import type { CallPlan, Step } from "./call-plan.ts";
import { bare, dial } from "./dial-business.ts";

/** True when the owner wants no call put through that heard no notice. A flow that records nothing needs none. */
export function demandsNotice({
  recordingWanted,
  noCallWithoutNotice,
}: Pick<CallFlow, "recordingWanted" | "noCallWithoutNotice">): boolean {
  return recordingWanted && noCallWithoutNotice !== undefined;
}

/**
 * The way to the business, unrecorded, for a caller who has heard no notice and cannot be given one that is proved:
 * something failed. Where the owner demands a notice it is said all the same; what cannot be said ends the call.
 */
export function putThrough(flow: CallFlow, report: boolean): readonly Step[] {
  const ring = dial(flow, "none", report);
  return demandsNotice(flow) ? [{ do: "say", ...bare(flow.announcement), must: true }, ring] : [ring];
}

/**
 * The document for a caller whose notice was not heard to its end, though we live: the business, unrecorded; or, where
 * the owner wants no call without a notice, a word of regret and the end.
 */
export function planNoticeFailed(flow: CallFlow): CallPlan {
  if (!demandsNotice(flow)) return { steps: putThrough(flow, true) };
  return { steps: [{ do: "say", ...shippedSorry(flow.announcement) }, { do: "hangup" }] };
}
