import type { Choice, ConsentEvidence } from "@ringtrail/core/consent";
import { readBrowserSignal } from "./consent-sources/browser-signal.ts";
import {
  loadShopifyConsent,
  readShopifyConsent,
  shopifyConsentChanged,
} from "./consent-sources/shopify-customer-privacy.ts";
import { readWpConsent, wpConsentChanged } from "./consent-sources/wp-consent-api.ts";

/** What the visitor said, all places that know together. One "no" is a no; an answer that cannot be read is a no. */
export function readAnswer(own: Choice): Omit<ConsentEvidence, "regime"> {
  let choices: readonly (Choice | undefined)[];
  try {
    choices = [own, readWpConsent(), readShopifyConsent()];
  } catch {
    choices = ["denied"];
  }
  const said = (choice: Choice): boolean => choices.includes(choice);
  return {
    choice: said("denied") ? "denied" : said("granted") ? "granted" : "unanswered",
    optOutSignal: readBrowserSignal(),
  };
}

/** Calls back whenever a place that knows may know something new. */
export function watchAnswers(changed: () => void): void {
  // The plugins change their cookies and objects after the event, in the same task.
  const later = (): void => void setTimeout(changed);
  for (const event of [wpConsentChanged, shopifyConsentChanged]) document.addEventListener(event, later);
  loadShopifyConsent(later);
}
