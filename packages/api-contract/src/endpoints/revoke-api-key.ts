import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";

/** Ends an API key at once. */
export const revokeApiKey = defineEndpoint({
  method: "DELETE",
  path: "/v1/api-keys/{id}",
  name: "revokeApiKey",
  summary: "Revoke an API key at once",
  scope: "keys:write",
  params: IdParams,
  status: 204,
  problems: ["key_unknown"],
});
