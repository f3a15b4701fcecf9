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

/**
 * The scopes of one connection. Callers are known only where whoever approved it said so: a web site is broken into more
 * easily than a server, and a clinic's callers must not be had by its key.
 */
export function scopesOfConnection(mayKnowCallers: boolean): readonly Scope[] {
  return mayKnowCallers ? [...connectionScopes, "callers:read"] : connectionScopes;
}
