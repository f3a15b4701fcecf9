import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { NextPage, WholeOrPage } from "../paging.ts";
import { ApiKeyShown } from "../shapes/api-key.ts";

/** Every API key of the account. */
export const ApiKeyList = NextPage.extend({ keys: z.array(ApiKeyShown) }).meta({ id: "ApiKeyList" });
export type ApiKeyList = z.infer<typeof ApiKeyList>;

/** The API keys. */
export const listApiKeys = defineEndpoint({
  method: "GET",
  path: "/v1/api-keys",
  name: "listApiKeys",
  summary: "API keys, without their secrets: all of them, or page by page by name",
  scope: "keys:write",
  query: WholeOrPage,
  status: 200,
  response: ApiKeyList,
  problems: ["cursor_malformed"],
});
