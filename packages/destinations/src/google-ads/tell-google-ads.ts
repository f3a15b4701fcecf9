import { err, ok, type Instant, type Result } from "@ringtrail/core";
import { askPlatform, jsonRequest, readAnswer, type Outcomes, type PlatformTrouble } from "../ads/ask-platform.ts";
import type { ConversionStep } from "@ringtrail/core/attribution";
import type { Send } from "../send/send.ts";
import { mapAdjustments, mapUploads, type GoogleAdsAccount } from "./map-google-requests.ts";

/** The keys of the Google Ads API. Never logged. */
export interface GoogleAdsKeys {
  readonly developerToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

/** Where Google answers; tests put a receiver of their own here. */
export interface GoogleHosts {
  readonly api: string;
  readonly token: string;
}

export const googleHosts: GoogleHosts = {
  api: "https://googleads.googleapis.com",
  token: "https://oauth2.googleapis.com/token",
};

/** Uploads new conversions, then adjusts old ones. A step that is refused does not hold the others up. */
export async function tellGoogleAds(
  send: Send,
  ground: { readonly account: GoogleAdsAccount; readonly keys: GoogleAdsKeys; readonly hosts?: GoogleHosts },
  steps: readonly ConversionStep[],
  now: Instant,
): Promise<Result<Outcomes, PlatformTrouble>> {
  const { account, keys, hosts = googleHosts } = ground;
  const token = await freshToken(send, hosts, keys);
  if (!token.ok) return token;
  const headers = {
    authorization: `Bearer ${token.value}`,
    "developer-token": keys.developerToken,
    ...(account.loginCustomerId !== undefined && { "login-customer-id": account.loginCustomerId }),
  };
  const customer = `${hosts.api}/${account.apiVersion}/customers/${account.customerId}`;
  const uploads = steps.filter((step) => step.kind === "upload");
  const adjustments = steps.filter((step) => step.kind !== "upload");
  const outcomes = new Map<string, string | undefined>();
  if (uploads.length > 0) {
    const conversions = uploads.map(({ conversion }) => conversion);
    const body = mapUploads(account, conversions);
    const answer = await askPlatform(send, jsonRequest(`${customer}:uploadClickConversions`, body, headers));
    if (!answer.ok) return answer;
    const ids = conversions.map(({ id }) => id);
    for (const [id, why] of readOutcomes(answer.value, ids, "conversions")) outcomes.set(id, why);
  }
  if (adjustments.length > 0) {
    const body = mapAdjustments(account, adjustments, now);
    const answer = await askPlatform(send, jsonRequest(`${customer}:uploadConversionAdjustments`, body, headers));
    if (!answer.ok) return outcomes.size > 0 ? ok(outcomes) : answer;
    const ids = adjustments.map(({ told }) => told.id);
    for (const [id, why] of readOutcomes(answer.value, ids, "conversion_adjustments")) outcomes.set(id, why);
  }
  return ok(outcomes);
}

async function freshToken(
  send: Send,
  { token }: GoogleHosts,
  { clientId, clientSecret, refreshToken }: GoogleAdsKeys,
): Promise<Result<string, PlatformTrouble>> {
  const wish = { grant_type: "refresh_token", client_id: clientId, client_secret: clientSecret };
  const body = new URLSearchParams({ ...wish, refresh_token: refreshToken }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await askPlatform(send, { url: token, method: "POST", headers, body });
  // Google answers 400 `invalid_grant` for a token that was withdrawn: no second try helps.
  if (!answer.ok) {
    const isRefused = answer.reason.code === "platform_refused";
    return err(isRefused ? { ...answer.reason, code: "platform_keys_refused" } : answer.reason);
  }
  const { access_token: fresh } = (readAnswer(answer.value) ?? {}) as { readonly access_token?: unknown };
  return typeof fresh === "string" ? ok(fresh) : err({ code: "platform_keys_refused", said: "No access token came." });
}

interface PartialFailure {
  readonly partialFailureError?: {
    readonly message?: string;
    readonly details?: readonly {
      readonly errors?: readonly {
        readonly message?: string;
        readonly location?: {
          readonly fieldPathElements?: readonly { readonly fieldName?: string; readonly index?: number }[];
        };
      }[];
    }[];
  };
}

/** Each error names the place of what it is about; whatever none is about was taken. */
function readOutcomes(text: string, ids: readonly string[], field: string): Outcomes {
  const { partialFailureError: failure } = (readAnswer(text) ?? {}) as PartialFailure;
  const outcomes = new Map<string, string | undefined>(ids.map((id) => [id, undefined]));
  const errors = (failure?.details ?? []).flatMap((detail) => detail.errors ?? []);
  for (const { message = "refused", location } of errors) {
    const place = location?.fieldPathElements?.find(({ fieldName }) => fieldName === field)?.index ?? 0;
    const id = ids[place];
    if (id !== undefined) outcomes.set(id, message);
  }
  // An error without a place is about all of them.
  if (failure !== undefined && errors.length === 0)
    for (const id of ids) outcomes.set(id, failure.message ?? "refused");
  return outcomes;
}
