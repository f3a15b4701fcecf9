import type { CallFlow } from "./call-flow.ts";
import type { CallPlan } from "./call-plan.ts";
import { dial } from "./dial-business.ts";

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
  return { steps: [dial(flow, "none", true)] };
}

/**
 * The plan that works while we are dead, kept at the carrier or served by any static host: it dials the business,
 * unrecorded, and asks nothing of us.
 */
export function planFallback(flow: CallFlow): CallPlan {
  return { steps: [dial(flow, "none", false)] };
}
