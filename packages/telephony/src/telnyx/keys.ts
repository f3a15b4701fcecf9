import type { ProviderConnection } from "../carrier.ts";

/** Telnyx has two keys where others have one: ours, which opens its API, and its public one, which signs webhooks. */
export interface TelnyxKeys {
  readonly apiKey: string;
  /** 32 bytes, base64, as the portal shows it. */
  readonly publicKey: string;
}

/** Reads a connection's secret: the API key, a space, the public key. */
export function readKeys(secret: ProviderConnection["secret"]): TelnyxKeys {
  const [apiKey = "", publicKey = ""] = secret.split(" ");
  return { apiKey, publicKey };
}
