import type { Result } from "@ringtrail/core";
import { askPatiently, type Outside } from "../ask-patiently.ts";
import type { CarrierFault } from "../carrier-provider.ts";
import type { ProviderConnection } from "../carrier.ts";

export type { Outside } from "../ask-patiently.ts";

/** One question to the carrier's API. `path` begins after the account; a form makes it a POST. */
export interface Question {
  readonly method: "GET" | "POST" | "DELETE";
  /** For example `/Recordings.json?PageSize=50`, a whole path from a `next_page_uri`, or an address of ours elsewhere. */
  readonly path: string;
  readonly form?: URLSearchParams;
}

/** Asks Twilio's API with the connection's keys. */
export function askApi(
  { apiBase, carrierAccount, secret }: ProviderConnection,
  { method, path, form }: Question,
  outside: Outside,
): Promise<Result<Response, CarrierFault>> {
  const account = `/2010-04-01/Accounts/${carrierAccount}`;
  const ofAccount = path.startsWith("/2010-04-01/") ? path : account + path;
  const url = path.startsWith("/") ? apiBase.replace(/\/+$/, "") + ofAccount : path;
  const authorization = `Basic ${Buffer.from(`${carrierAccount}:${secret}`).toString("base64")}`;
  const request = { method, url, headers: { authorization }, ...(form === undefined ? {} : { body: form }) };
  return askPatiently(request, outside, codeOf);
}

function codeOf(body: unknown): number | undefined {
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : undefined;
  return typeof code === "number" ? code : undefined;
}
