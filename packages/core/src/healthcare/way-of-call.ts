import type { Channel, Touch } from "../attribution/touch.ts";
import type { Milliseconds } from "../time.ts";
import { minute } from "../time.ts";

/** What stands for names that are hidden because too few calls bear them. */
export const hiddenName = "(hidden)";

/** The rule a touch bears whose names were taken from it. */
const rule = "healthcare";

/** The names a call is counted under, from the broadest to the narrowest; a call without a source has none but `""`. */
export function wayOfCall(touch: Touch | undefined): readonly string[] {
  if (touch === undefined) return ["", "", "", "", ""];
  const { channel, source, medium, campaign = "", keyword = "" } = touch;
  return [channel, source, medium, campaign, keyword];
}

/** A counted way as a touch again; undefined where not even the channel is shown or known. */
export function touchOfWay(way: readonly string[]): Touch | undefined {
  const [channel, source = hiddenName, medium = hiddenName, campaign = hiddenName, keyword = hiddenName] = way;
  if (channel === undefined || channel === "") return undefined;
  return {
    channel: channel as Channel,
    source,
    medium,
    campaign: campaign === "" ? undefined : campaign,
    keyword: keyword === "" ? undefined : keyword,
    clickId: undefined,
    rule,
  };
}

/** All that may stand beside a caller: the channel. Not the source, the campaign, what was searched for, or a page. */
export function besideCaller(channel: Channel): Touch {
  const source = channel.replaceAll("_", " ");
  return { channel, source, medium: "", campaign: undefined, keyword: undefined, clickId: undefined, rule };
}

/** How long a call lasted, as coarse as marketing may know it. */
export type LengthBucket = "missed" | "under_1_min" | "1_to_5_min" | "over_5_min";

/** The bucket of a call by how long caller and business talked. */
export function lengthBucket(talkMs: Milliseconds): LengthBucket {
  if (talkMs <= 0) return "missed";
  if (talkMs < minute) return "under_1_min";
  return talkMs <= 5 * minute ? "1_to_5_min" : "over_5_min";
}
