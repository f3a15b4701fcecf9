import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { NextPage, LongPageQuery } from "../paging.ts";
import { ApiKeyShown } from "../shapes/api-key.ts";

/** API keys of the account. */
export const ApiKeyList = NextPage.extend({ keys: z.array(ApiKeyShown) }).meta({ id: "ApiKeyList" });
export type ApiKeyList = z.infer<typeof ApiKeyList>;

/** The API keys. */
export const listApiKeys = defineEndpoint({
  method: "GET",
  path: "/v1/api-keys",
  name: "listApiKeys",
  summary: "API keys, without their secrets, page by page by name",
  scope: "keys:write",
  query: LongPageQuery,
  status: 200,
  response: ApiKeyList,
  problems: ["cursor_malformed"],
});
