import { err, ok, type Result } from "@ringtrail/core";
import type { CarrierFault } from "../carrier-provider.ts";
import type { ProviderConnection } from "../carrier.ts";
import { deriveKeys } from "./derive-keys.ts";

/** How the world outside is reached; tests bring their own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Longer than any PBX of a house takes to begin an answer. */
const limitMs = 15_000;

/**
 * Asks the PBX's own REST interface (ARI) as the connection's user. `apiBase` is where Asterisk's HTTP server answers,
 * `carrierAccount` the ARI user; its password is derived from the connection's secret.
 */
export async function askAri(
  { apiBase, carrierAccount, secret }: ProviderConnection,
  question: { readonly method: "GET" | "DELETE"; readonly path: string },
  fetch: Fetch,
): Promise<Result<Response, CarrierFault>> {
  const pass = Buffer.from(`${carrierAccount}:${deriveKeys(secret).ari}`).toString("base64");
  try {
    const answer = await fetch(`${apiBase.replace(/\/+$/, "")}/ari${question.path}`, {
      method: question.method,
      headers: { authorization: `Basic ${pass}` },
      redirect: "error",
      signal: AbortSignal.timeout(limitMs),
    });
    return answer.ok ? ok(answer) : err(faultOf(answer.status));
  } catch (error) {
    return err({ code: "carrier_unreachable", cause: error instanceof Error ? error.name : "unknown" });
  }
}

function faultOf(status: number): CarrierFault {
  if (status === 401 || status === 403) return { code: "carrier_keys_refused" };
  if (status === 404) return { code: "carrier_unknown_thing" };
  return { code: "carrier_refused", status, carrierCode: undefined };
}
