import type { AnswerSource } from "../../read-answer.ts";

/** The parts of the WP Consent API plugin's page script that we read. */
interface WpConsent {
  wp_has_consent?(category: string): boolean;
  consent_api_get_cookie?(name: string): string;
  readonly consent_api?: { readonly cookie_prefix?: string };
}

/** Says what the visitor told WordPress's consent plugin about marketing; undefined where there is none. */
export const readWpConsent: AnswerSource = () => {
  const page = window as WpConsent;
  if (!page.wp_has_consent) return undefined;
  // `wp_has_consent` is true for silence under opt-out; only the cookie tells silence from an answer.
  const said = page.consent_api_get_cookie?.(`${page.consent_api?.cookie_prefix ?? "wp_consent"}_marketing`);
  if (said === "") return "unanswered";
  return said === "allow" && page.wp_has_consent("marketing") ? "granted" : "denied";
};
