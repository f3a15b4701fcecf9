import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { Scope } from "../scope.ts";
import { CreatedApiKey } from "../shapes/api-key.ts";
import { Moment } from "../shapes/moment.ts";

/** What an API key is for. */
export const NewApiKey = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(Scope).min(1),
    expiresAt: Moment.optional().describe("When it ends; absent: when it is revoked."),
  })
  .meta({ id: "NewApiKey" });
export type NewApiKey = z.infer<typeof NewApiKey>;

/** Makes an API key. */
export const createApiKey = defineEndpoint({
  method: "POST",
  path: "/v1/api-keys",
  name: "createApiKey",
  summary: "Make an API key; its secret is shown once",
  scope: "keys:write",
  body: NewApiKey,
  status: 201,
  response: CreatedApiKey,
  problems: ["scope_not_yours", "key_lives_too_long"],
});
