import { signInRules, type Milliseconds, type SignInRules } from "@ringtrail/core";
import type { AccountStore, Membership } from "@ringtrail/core/ports";

/** What each of a person's accounts wants of sign-ins, in their order. */
export function rulesOf(
  accounts: Pick<AccountStore, "signInFacts">,
  memberships: readonly Membership[],
): Promise<readonly SignInRules[]> {
  return Promise.all(memberships.map(async ({ account }) => signInRules(await accounts.signInFacts(account))));
}

/**
 * How long a person's session may rest: another of their accounts is one click away, so the strictest says. Whoever
 * belongs to none leaves nothing open.
 */
export function idleLimit(rules: readonly SignInRules[]): Milliseconds {
  return Math.min(...rules.map(({ idleMs }) => idleMs));
}
