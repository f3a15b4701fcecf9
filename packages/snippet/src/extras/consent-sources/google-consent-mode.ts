import type { AnswerSource } from "../../read-answer.ts";
import { weighAnswers } from "./weigh-answers.ts";

type State = Readonly<Record<string, string>>;

/** The queue banners write into, and the book Google's own script keeps of it. */
interface GoogleConsent {
  readonly dataLayer?: readonly (readonly [command?: string, kind?: string, state?: State])[];
  readonly google_tag_data?: {
    readonly ics?: { readonly entries?: Readonly<Record<string, { readonly update?: boolean }>> };
  };
}

/**
 * Says what a banner told Google's Consent Mode, version 2: storing for ads and for analytics must both be granted.
 * What a site sets as `default` is no answer of the visitor's; only an `update` is.
 * https://developers.google.com/tag-platform/security/guides/consent
 */
export const readGoogleConsent: AnswerSource = () => {
  const { dataLayer = [], google_tag_data } = window as GoogleConsent;
  let state: State = {};
  for (const { 0: command, 1: kind, 2: said } of dataLayer) {
    if (command === "consent" && kind === "update") state = { ...state, ...said };
  }
  return weighAnswers(
    ["ad_storage", "analytics_storage"].map((name) => google_tag_data?.ics?.entries?.[name]?.update ?? state[name]),
  );
};
