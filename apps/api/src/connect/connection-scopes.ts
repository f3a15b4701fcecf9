import type { Scope } from "@ringtrail/core/ports";

/** What the key of a connected site may do: what the plugin's screens show and its owner picks there. */
export const connectionScopes: readonly Scope[] = [
  "calls:read",
  "calls:write",
  "recordings:play",
  "pools:read",
  "sites:read",
  "sites:write",
  "numbers:read",
  "orders:write",
  "forms:write",
  "callers:care",
];
