import type { PoolId } from "../ids.ts";
import type { E164 } from "../phone-number.ts";
import type { CallFlow } from "./call-flow.ts";

/** Where recording is switched off. The decision of a call names it. */
export type RecordingOffAt = "flow" | "pool" | "number";

/** Where recording is switched off for a call on this number; the widest of several. Undefined where it is on. */
export function recordingOffAt(
  { recordingWanted, recordingOff }: Pick<CallFlow, "recordingWanted" | "recordingOff">,
  { e164, pool }: { readonly e164: E164; readonly pool: PoolId | undefined },
): RecordingOffAt | undefined {
  if (!recordingWanted) return "flow";
  if (pool !== undefined && recordingOff?.pools.includes(pool)) return "pool";
  return recordingOff?.numbers.includes(e164) ? "number" : undefined;
}
