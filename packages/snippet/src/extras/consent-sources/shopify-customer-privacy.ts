import { decide } from "../../decide.ts";
import type { AnswerSource } from "../../read-answer.ts";
import { weighAnswers } from "./weigh-answers.ts";

/** The parts of Shopify's page object that we read. https://shopify.dev/docs/api/customer-privacy */
interface Shop {
  /** True in the theme editor, where every click of the merchant would look like a visit. */
  readonly designMode?: boolean;
  readonly customerPrivacy?: { currentVisitorConsent(): Readonly<Record<string, string>> };
  loadFeatures?(features: readonly object[], loaded: () => void): void;
}

/**
 * Says what the visitor told the shop; undefined outside Shopify. Calls count as analytics and as marketing, so both
 * must be a yes. Until the shop's own API has loaded, for which we ask, the answer is on its way, on every page anew.
 */
export const readShopifyConsent: AnswerSource = () => {
  const shop = (window as { readonly Shopify?: Shop }).Shopify;
  if (!shop?.loadFeatures) return undefined;
  const said = shop.customerPrivacy?.currentVisitorConsent();
  if (!said) shop.loadFeatures([{ name: "consent-tracking-api", version: "0.1" }], decide);
  if (shop.designMode) return "denied";
  return said ? (weighAnswers([said["analytics"], said["marketing"]]) ?? "unanswered") : "";
};
