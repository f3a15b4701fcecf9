import { readTouch } from "@ringtrail/core/attribution";
import { parseLanding } from "../parse-landing.ts";
import type { LineProblem } from "../cli/read-lines.ts";

/** How one visit arrived, in the words of `ringtrail channel`; absent is what nobody wrote. */
export interface ChannelAnswer {
  readonly source: string;
  readonly medium: string;
  readonly channel: string;
  readonly campaign?: string;
  readonly keyword?: string;
  /** The published rule that fired. */
  readonly rule: string;
}

/** Reads a visit's landing address and referrer as the server does, and names its channel. */
export function answerHit(
  url: unknown,
  referrer: unknown,
): { readonly answer: ChannelAnswer } | { readonly error: LineProblem } {
  if (typeof url !== "string") return { error: { code: "url_missing", detail: "The hit has no text `url`." } };
  if (referrer !== undefined && referrer !== null && typeof referrer !== "string") {
    return { error: { code: "referrer_malformed", detail: "The hit's `referrer` is no text." } };
  }
  const landing = parseLanding(url, referrer ?? "");
  if (landing === undefined) {
    return { error: { code: "url_malformed", detail: "The hit's `url` is no http or https address." } };
  }
  const { source, medium, channel, campaign, keyword, rule } = readTouch(landing);
  return {
    answer: {
      source,
      medium,
      channel,
      ...(campaign === undefined ? {} : { campaign }),
      ...(keyword === undefined ? {} : { keyword }),
      rule,
    },
  };
}
