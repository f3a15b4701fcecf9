import type { Scope } from "@ringtrail/core/ports";

/** What each role may do. An agent works with calls; an auditor sees what happened and changes nothing. */
const scopes: Readonly<Record<string, readonly Scope[]>> = {
  owner: [
    "calls:read",
    "callers:read",
    "recordings:play",
    "pools:read",
    "sites:read",
    "sites:write",
    "calls:write",
    "costs:write",
    "orders:write",
    "callers:care",
    "numbers:read",
    "numbers:write",
    "forwarding:write",
    "destinations:read",
    "destinations:write",
    "jobs:read",
    "jobs:write",
    "account:export",
    "audit:read",
    "people:read",
    "people:write",
    "keys:write",
  ],
  admin: [
    "calls:read",
    "callers:read",
    "recordings:play",
    "pools:read",
    "sites:read",
    "sites:write",
    "calls:write",
    "costs:write",
    "orders:write",
    "callers:care",
    "numbers:read",
    "numbers:write",
    "destinations:read",
    "destinations:write",
    "jobs:read",
    "jobs:write",
    "audit:read",
    "people:read",
    "people:write",
    "keys:write",
  ],
  analyst: ["calls:read", "pools:read", "sites:read"],
  agent: ["calls:read", "callers:read", "recordings:play"],
  auditor: [
    "calls:read",
    "pools:read",
    "sites:read",
    "numbers:read",
    "destinations:read",
    "jobs:read",
    "audit:read",
    "people:read",
  ],
};

/** The scopes of a member's role; none for a role nobody knows. */
export function roleScopes(role: string): readonly Scope[] {
  return (Object.hasOwn(scopes, role) ? scopes[role] : undefined) ?? [];
}
