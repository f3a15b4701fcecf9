import type { AdPlatformList, ConversionLedger } from "./endpoints/ad-platform-doors.ts";
import { queryOf, type PageAsked } from "./query-of.ts";
import type { AdPlatformShown, AdPlatformWanted } from "./shapes/ad-platform.ts";

/** Ad platforms that are told of calls. */
export interface AdClient {
  adPlatforms(page?: PageAsked): Promise<AdPlatformList>;
  saveAdPlatform(platform: AdPlatformWanted): Promise<AdPlatformShown>;
  removeAdPlatform(id: string): Promise<void>;
  /** What they were told, newest first. */
  conversions(filter?: PageAsked & { readonly site?: string }): Promise<ConversionLedger>;
}

/** The part of the client that is about ad platforms. */
export function adClient(ask: <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>): AdClient {
  return {
    adPlatforms: (page = {}) => ask("GET", `/v1/ad-platforms${queryOf(page)}`),
    saveAdPlatform: (platform) => ask("PUT", "/v1/ad-platforms", platform),
    removeAdPlatform: (id) => ask("DELETE", `/v1/ad-platforms/${encodeURIComponent(id)}`),
    conversions: (filter = {}) => ask("GET", `/v1/conversions${queryOf(filter)}`),
  };
}
