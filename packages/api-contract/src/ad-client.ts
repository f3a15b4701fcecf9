import type { AdPlatformList } from "./endpoints/ad-platform-doors.ts";
import type { AdPlatformShown, AdPlatformWanted } from "./shapes/ad-platform.ts";

/** Ad platforms that are told of calls. */
export interface AdClient {
  adPlatforms(): Promise<AdPlatformList>;
  saveAdPlatform(platform: AdPlatformWanted): Promise<AdPlatformShown>;
  removeAdPlatform(id: string): Promise<void>;
}

/** The part of the client that is about ad platforms. */
export function adClient(ask: <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>): AdClient {
  return {
    adPlatforms: () => ask("GET", "/v1/ad-platforms"),
    saveAdPlatform: (platform) => ask("PUT", "/v1/ad-platforms", platform),
    removeAdPlatform: (id) => ask("DELETE", `/v1/ad-platforms/${encodeURIComponent(id)}`),
  };
}
