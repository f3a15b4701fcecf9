import type { ApiKeyShown } from "@ringtrail/api-contract";
import type { ApiKey } from "@ringtrail/core/ports";
import { showMaybe } from "./show-moment.ts";

/** An API key in the contract's shape, without its secret. */
export function showApiKey({ id, name, scopes, expiresAt }: ApiKey): ApiKeyShown {
  return { id, name, scopes: [...scopes], expiresAt: showMaybe(expiresAt) };
}
