import { z } from "zod";
import { Scope } from "../scope.ts";
import { Moment } from "./moment.ts";

/** An API key without its secret. */
export const ApiKeyShown = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(Scope),
    expiresAt: Moment.optional(),
  })
  .meta({ id: "ApiKey" });
export type ApiKeyShown = z.infer<typeof ApiKeyShown>;

/** A fresh API key: the only answer that ever holds its secret. */
export const CreatedApiKey = ApiKeyShown.extend({
  secret: z.string().describe("Shown once. Only its hash is kept."),
}).meta({ id: "CreatedApiKey" });
export type CreatedApiKey = z.infer<typeof CreatedApiKey>;
