import { __ } from "@wordpress/i18n";
import type { AdFieldName } from "./ad-draft.ts";

/** What a field of a platform is called there, and where it is found. */
export function adFieldWords(name: AdFieldName): { readonly label: string; readonly hint?: string } {
  switch (name) {
    case "customerId":
      return { label: __("Customer ID", "ringtrail"), hint: __("Ten digits, at the top of Google Ads.", "ringtrail") };
    case "loginCustomerId":
      return {
        label: __("Manager account", "ringtrail"),
        hint: __("Only if the keys belong to a manager account.", "ringtrail"),
      };
    case "conversionActionId":
      return {
        label: __("Conversion action ID", "ringtrail"),
        hint: __("ctId in the address of the conversion action.", "ringtrail"),
      };
    case "developerToken":
      return { label: __("Developer token", "ringtrail") };
    case "clientId":
      return { label: __("OAuth client ID", "ringtrail") };
    case "clientSecret":
      return { label: __("OAuth client secret", "ringtrail") };
    case "refreshToken":
      return { label: __("OAuth refresh token", "ringtrail") };
    case "measurementId":
      return { label: __("Measurement ID", "ringtrail"), hint: "G-XXXXXXX" };
    case "eventName":
      return {
        label: __("Name of the event", "ringtrail"),
        hint: __("Left empty, the platform’s usual one.", "ringtrail"),
      };
    case "apiSecret":
      return {
        label: __("API secret", "ringtrail"),
        hint: __("Data streams, Measurement Protocol API secrets.", "ringtrail"),
      };
    case "pixelId":
      return { label: __("Pixel ID", "ringtrail") };
    case "testEventCode":
      return {
        label: __("Test event code", "ringtrail"),
        hint: __("Events show under Test events and count for nothing.", "ringtrail"),
      };
    case "accessToken":
      return { label: __("Access token", "ringtrail") };
  }
}
