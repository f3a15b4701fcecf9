import type { AdPlatformShown, AdPlatformWanted } from "@ringtrail/api-contract";
import { policyDraftOf, policyWanted, type PolicyDraft } from "./policy-draft.ts";

/** What an owner is writing of a platform. Keys are never shown again: left empty, those that are kept stay. */
export interface AdDraft extends PolicyDraft {
  readonly platform: AdPlatformWanted["platform"];
  /** A site's id; empty: the only one there is. */
  readonly site: string;
  /** What the platform needs, by the contract's names. */
  readonly said: ReadonlyMap<string, string>;
}

/** The name of anything a platform needs, as the contract has it. */
export type AdFieldName =
  | "customerId"
  | "loginCustomerId"
  | "conversionActionId"
  | "developerToken"
  | "clientId"
  | "clientSecret"
  | "refreshToken"
  | "measurementId"
  | "eventName"
  | "apiSecret"
  | "pixelId"
  | "testEventCode"
  | "accessToken";

/** What each platform needs, in the order it is asked; those with a question mark may stay empty, a key is sealed. */
export const adFields: Readonly<
  Record<AdDraft["platform"], readonly (readonly [name: AdFieldName, kind: "id" | "id?" | "key"])[]>
> = {
  google_ads: [
    ["customerId", "id"],
    ["loginCustomerId", "id?"],
    ["conversionActionId", "id"],
    ["developerToken", "key"],
    ["clientId", "key"],
    ["clientSecret", "key"],
    ["refreshToken", "key"],
  ],
  ga4: [
    ["measurementId", "id"],
    ["eventName", "id?"],
    ["apiSecret", "key"],
  ],
  meta: [
    ["pixelId", "id"],
    ["eventName", "id?"],
    ["testEventCode", "id?"],
    ["accessToken", "key"],
  ],
};

/** A platform as it may be written, anew where nothing is set up yet. */
export function adDraftOf(platform: AdDraft["platform"], site: string, shown: AdPlatformShown | undefined): AdDraft {
  const settings = shown?.settings ?? {};
  const said = adFields[platform].flatMap(([name]) => {
    const value = settings[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return { platform, site: shown?.site ?? site, said: new Map(said), ...policyDraftOf(settings["policy"]) };
}

/** What is sent of a draft. Keys go together or not at all. */
export function adWanted(draft: AdDraft, isOn: boolean): AdPlatformWanted {
  const { platform, site, said } = draft;
  const word = (name: AdFieldName): string => (said.get(name) ?? "").trim();
  const event = word("eventName") === "" ? {} : { eventName: word("eventName") };
  const shared = { isOn, policy: policyWanted(draft), ...(site === "" ? {} : { site }) };
  const hasKeys = adFields[platform].some(([name, kind]) => kind === "key" && word(name) !== "");
  switch (platform) {
    case "google_ads": {
      const [developerToken, clientId] = [word("developerToken"), word("clientId")];
      const keys = { developerToken, clientId, clientSecret: word("clientSecret"), refreshToken: word("refreshToken") };
      // People write 123-456-7890, as Google shows it.
      const customerId = word("customerId").replaceAll("-", "");
      const manager = word("loginCustomerId").replaceAll("-", "");
      return {
        platform,
        ...shared,
        customerId,
        ...(manager === "" ? {} : { loginCustomerId: manager }),
        conversionActionId: word("conversionActionId"),
        ...(hasKeys ? { keys } : {}),
      };
    }
    case "ga4": {
      const keys = hasKeys ? { keys: { apiSecret: word("apiSecret") } } : {};
      return { platform, ...shared, measurementId: word("measurementId"), ...event, ...keys };
    }
    case "meta": {
      const keys = hasKeys ? { keys: { accessToken: word("accessToken") } } : {};
      const test = word("testEventCode") === "" ? {} : { testEventCode: word("testEventCode") };
      return { platform, ...shared, pixelId: word("pixelId"), ...event, ...test, ...keys };
    }
  }
}
