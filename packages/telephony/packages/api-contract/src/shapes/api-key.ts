import { z } from "zod";
import { Time } from "./paging.ts";

/** What a key or a person may do. */
export const ScopeShape = z.enum([
  "calls:read",
  "callers:read",
  "recordings:play",
  "pools:read",
  "sites:read",
  "calls:write",
  "account:export",
  "keys:write",
]);

/** A key without its secret. */
export const ApiKeyShape = z
  .object({ id: z.uuid(), name: z.string(), scopes: z.array(ScopeShape), expiresAt: Time.optional() })
  .meta({ id: "ApiKey" });
export type ApiKeyShape = z.infer<typeof ApiKeyShape>;
