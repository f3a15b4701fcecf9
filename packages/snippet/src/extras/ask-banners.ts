import { decide } from "../decide.ts";
import { askOthersBy } from "../read-answer.ts";
import type { Extra } from "../start.ts";
import { on } from "../watch-reader.ts";
import { readGoogleConsent } from "./consent-sources/google-consent-mode.ts";
import { readGpp, readTcf } from "./consent-sources/iab-frameworks.ts";
import { readShopifyConsent } from "./consent-sources/shopify-customer-privacy.ts";
import { readWpConsent } from "./consent-sources/wp-consent-api.ts";

/** Asks whatever banner is on the page for the visitor's answer; each is looked at every second, and the shop's tells at once. */
export const askBanners: Extra = () => {
  on("visitorConsentCollected", decide);
  askOthersBy(() => {
    try {
      return [readShopifyConsent, readWpConsent, readGpp, readGoogleConsent, readTcf].map((read) => read());
    } catch {
      // An answer that cannot be read is a no.
      return ["denied"];
    }
  });
};
