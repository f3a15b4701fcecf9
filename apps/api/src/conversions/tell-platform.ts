import type { AdPlatformWanted } from "@ringtrail/api-contract";
import type { Instant, Result } from "@ringtrail/core";
import type { ConversionStep } from "@ringtrail/core/attribution";
import {
  tellGa4,
  tellGoogleAds,
  tellMeta,
  type Outcomes,
  type PlatformTrouble,
  type Send,
} from "@ringtrail/destinations";
import { z } from "zod";

/** A platform's settings as they are kept, with its keys opened. */
export type PlatformToTell = Required<Pick<AdPlatformWanted, "keys">> & AdPlatformWanted;

/** Where platforms answer; undefined: where they do in earnest. Tests put a receiver of their own here. */
export type PlatformHosts = Partial<Record<AdPlatformWanted["platform"], string>>;

/** Tells one platform some steps. */
export function tellPlatform(
  { send, hosts = {}, now }: { readonly send: Send; readonly hosts?: PlatformHosts | undefined; readonly now: Instant },
  platform: PlatformToTell,
  steps: readonly ConversionStep[],
): Promise<Result<Outcomes, PlatformTrouble>> {
  switch (platform.platform) {
    case "google_ads": {
      const { customerId, loginCustomerId, conversionActionId, apiVersion = "v26", keys } = platform;
      const account = { customerId, loginCustomerId, conversionActionId, conversionName: "", apiVersion };
      const host = hosts.google_ads;
      const at = host === undefined ? {} : { hosts: { api: host, token: `${host}/token` } };
      return tellGoogleAds(send, { account, keys: keysOf(GoogleKeys, keys), ...at }, steps, now);
    }
    case "ga4": {
      const { measurementId, eventName = "generate_lead", keys } = platform;
      const { apiSecret } = keysOf(Ga4Keys, keys);
      const at = hosts.ga4 === undefined ? {} : { host: hosts.ga4 };
      return tellGa4(send, { stream: { measurementId, eventName }, apiSecret, ...at }, steps);
    }
    case "meta": {
      const { pixelId, eventName = "Contact", apiVersion = "v24.0", testEventCode, keys } = platform;
      const { accessToken } = keysOf(MetaKeys, keys);
      const at = hosts.meta === undefined ? {} : { host: hosts.meta };
      return tellMeta(send, { pixel: { pixelId, eventName, apiVersion, testEventCode }, accessToken, ...at }, steps);
    }
  }
}

const GoogleKeys = z.object({
  developerToken: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  refreshToken: z.string(),
});
const Ga4Keys = z.object({ apiSecret: z.string() });
const MetaKeys = z.object({ accessToken: z.string() });

/** Kept as they were checked at the door; anything else is a fault of ours. */
function keysOf<Keys>(shape: z.ZodType<Keys>, keys: unknown): Keys {
  return shape.parse(keys);
}
