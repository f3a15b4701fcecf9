import type { Choice, ConsentEvidence } from "@ringtrail/core/consent";
import { readBrowserSignal } from "./consent-sources/browser-signal.ts";
import {
  loadShopifyConsent,
  readShopifyConsent,
  shopifyConsentChanged,
} from "./consent-sources/shopify-customer-privacy.ts";
import { readWpConsent, wpConsentChanged } from "./consent-sources/wp-consent-api.ts";
import { recallChoice } from "./visit-memory.ts";

/**
 * What the visitor said, all places that know together. One "no" is a no; an answer that cannot be read is a no. Only
 * where no place knows anything does the yes count that was given here on an earlier page.
 */
export function readAnswer(own: Choice | undefined): Omit<ConsentEvidence, "regime"> {
  let choices: readonly (Choice | undefined)[];
  try {
    choices = [own, readWpConsent(), readShopifyConsent()];
  } catch {
    choices = ["denied"];
  }
  if (!choices.some(Boolean)) choices = [recallChoice()];
  const choice = (["denied", "granted"] as const).find((said) => choices.includes(said)) ?? "unanswered";
  return { choice, optOutSignal: readBrowserSignal() };
}

/**
 * Calls back whenever a place that knows may know something new. A banner may also come after us: nothing is sent
 * before the page is all there, and by then it is asked again.
 */
export function watchAnswers(changed: () => void): void {
  for (const event of [wpConsentChanged, shopifyConsentChanged, "DOMContentLoaded", "load"]) {
    addEventListener(event, changed, true);
  }
  loadShopifyConsent(changed);
}
