import type { Choice } from "@ringtrail/core/consent";

/** The parts of Shopify's page object that we read. https://shopify.dev/docs/api/customer-privacy */
interface ShopifyPage {
  readonly Shopify?: {
    /** True in the theme editor, where every click of the merchant would look like a visit. */
    readonly designMode?: boolean;
    readonly customerPrivacy?: {
      readonly currentVisitorConsent?: () => Readonly<Record<string, string>>;
    };
    readonly loadFeatures?: (
      features: readonly { readonly name: string; readonly version: string }[],
      loaded: (failure?: unknown) => void,
    ) => void;
  };
}

/**
 * Says what the visitor told the shop; undefined outside Shopify. Calls count as analytics and as marketing, so both
 * must be a yes. Until the shop's own API has loaded the answer cannot be read: it is a no.
 */
export function readShopifyConsent(page: ShopifyPage = window as ShopifyPage): Choice | undefined {
  const shop = page.Shopify;
  if (!shop?.loadFeatures) return undefined;
  const said = shop.customerPrivacy?.currentVisitorConsent?.();
  if (!said || shop.designMode) return "denied";
  const answers = [said["analytics"], said["marketing"]];
  if (answers.includes("no")) return "denied";
  return answers.every((answer) => answer === "yes") ? "granted" : "unanswered";
}

/** Asks Shopify to load its consent API where the theme has not; calls back when it can be read. */
export function loadShopifyConsent(loaded: () => void, page: ShopifyPage = window as ShopifyPage): void {
  if (page.Shopify?.customerPrivacy) return;
  page.Shopify?.loadFeatures?.([{ name: "consent-tracking-api", version: "0.1" }], loaded);
}

/** The event Shopify sends when the visitor answers. */
export const shopifyConsentChanged = "visitorConsentCollected";
