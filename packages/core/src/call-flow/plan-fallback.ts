import type { CallFlow } from "./call-flow.ts";
import type { CallPlan } from "./call-plan.ts";
import { putThrough } from "./put-through.ts";

/** The document of a number that belongs to nobody here. */
export function planNotInService(): CallPlan {
  const text = "The number you have called is not in service. Please check the number and call again.";
  return { steps: [{ do: "say", text, language: "en-US" }, { do: "hangup" }] };
}

/**
 * The document while we live but cannot look anything up or write anything down: the business, unrecorded. Its end is
 * reported, to be written down later.
 */
export function planUnrecorded(flow: CallFlow): CallPlan {
  return { steps: putThrough(flow, true) };
}

/**
 * The plan that works while we are dead, kept at the carrier or served by any static host: it dials the business,
 * unrecorded, and asks nothing of us. A notice in it is spoken by the carrier: a sound would have to be fetched from us.
 */
export function planFallback(flow: CallFlow): CallPlan {
  const { text, language, refusalKey } = flow.announcement;
  return { steps: putThrough({ ...flow, announcement: { text, language, refusalKey } }, false) };
}
