import { paidChannels } from "../attribution/paid-channels.ts";
import type { Slice } from "./pool.ts";

const isPaid: ReadonlySet<string> = new Set(paidChannels);

/** The slice all paid channels have together: numbers kept back for clicks that were paid for. */
export const paidSlice: Slice = "paid";

/** The slices a visit of this channel may use, in order: its own, what is kept for paid clicks, what is for everybody. */
export function slicesFor(channel: Slice): readonly Slice[] {
  return isPaid.has(channel) ? [channel, paidSlice, "any"] : [channel, "any"];
}
