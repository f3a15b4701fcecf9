import { answerSources } from "../read-answer.ts";
import type { Extra } from "../start.ts";
import { readGoogleConsent } from "./consent-sources/google-consent-mode.ts";
import { readGpp, readTcf } from "./consent-sources/iab-frameworks.ts";
import { readShopifyConsent } from "./consent-sources/shopify-customer-privacy.ts";
import { readWpConsent } from "./consent-sources/wp-consent-api.ts";

/** Asks whatever banner is on the page for the visitor's answer; each is looked at every second. */
export const askBanners: Extra = () => {
  answerSources.push(readWpConsent, readShopifyConsent, readGoogleConsent, readTcf, readGpp);
};
