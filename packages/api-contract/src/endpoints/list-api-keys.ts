import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { ApiKeyShown } from "../shapes/api-key.ts";

/** Every API key of the account. */
export const ApiKeyList = z.object({ keys: z.array(ApiKeyShown) }).meta({ id: "ApiKeyList" });
export type ApiKeyList = z.infer<typeof ApiKeyList>;

/** The API keys. */
export const listApiKeys = defineEndpoint({
  method: "GET",
  path: "/v1/api-keys",
  name: "listApiKeys",
  summary: "API keys, without their secrets",
  scope: "keys:write",
  status: 200,
  response: ApiKeyList,
  problems: [],
});
