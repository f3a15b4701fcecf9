import type { Choice } from "@ringtrail/core/consent";

/** The parts of Shopify's page object that we read. https://shopify.dev/docs/api/customer-privacy */
interface Shop {
  /** True in the theme editor, where every click of the merchant would look like a visit. */
  readonly designMode?: boolean;
  readonly customerPrivacy?: { currentVisitorConsent(): Readonly<Record<string, string>> };
  loadFeatures?(features: readonly object[], loaded: () => void): void;
}

const shop = (): Shop | undefined => (window as { readonly Shopify?: Shop }).Shopify;

/**
 * Says what the visitor told the shop; undefined outside Shopify. Calls count as analytics and as marketing, so both
 * must be a yes. Until the shop's own API has loaded the answer cannot be read: it is a no.
 */
export function readShopifyConsent(): Choice | undefined {
  if (!shop()?.loadFeatures) return undefined;
  const said = shop()?.customerPrivacy?.currentVisitorConsent();
  const answers = [said?.["analytics"], said?.["marketing"]].join();
  if (!said || shop()?.designMode || answers.includes("no")) return "denied";
  return answers === "yes,yes" ? "granted" : "unanswered";
}

/** Asks Shopify to load its consent API where the theme has not; calls back when it can be read. */
export function loadShopifyConsent(loaded: () => void): void {
  if (shop()?.customerPrivacy) return;
  shop()?.loadFeatures?.([{ name: "consent-tracking-api", version: "0.1" }], loaded);
}

/** The event Shopify sends when the visitor answers. */
export const shopifyConsentChanged = "visitorConsentCollected";
