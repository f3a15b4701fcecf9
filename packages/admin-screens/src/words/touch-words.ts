import type { TouchShown } from "@ringtrail/api-contract";
import { channelWords } from "./channel-words.ts";

/** How a visit arrived, in words. */
export interface TouchWords {
  /** `google / cpc`; empty for a direct visit. */
  readonly origin: string;
  /** The channel with its origin. */
  readonly headline: string;
  /** Campaign and keyword; empty when neither is known. */
  readonly details: string;
}

/** What stands for "nothing" where a source or a medium is named. */
const noOrigin = new Set(["", "(none)", "(direct)", "none", "direct"]);

/** A source in two lines: what it is, and what it was about. */
export function touchWords(touch: TouchShown): TouchWords {
  const channel = channelWords(touch.channel);
  const origin = [touch.source, touch.medium].filter((part) => !noOrigin.has(part));
  const about = [touch.campaign, touch.keyword === undefined ? undefined : `“${touch.keyword}”`];
  return {
    origin: origin.join(" / "),
    headline: origin.length === 0 ? channel : `${channel}: ${origin.join(" / ")}`,
    details: about.filter((part) => part !== undefined && part !== "").join(" · "),
  };
}
