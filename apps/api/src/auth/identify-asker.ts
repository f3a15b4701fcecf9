import type { AccountId, Instant } from "@ringtrail/core";
import type { AccountStore, Scope } from "@ringtrail/core/ports";
import { hashSecret } from "../workflows/create-api-key.ts";
import type { Auth } from "./make-auth.ts";
import { roleScopes } from "./role-scopes.ts";

/** Who asks: a person with a session or a program with a key. */
export interface Asker {
  readonly account: AccountId;
  /** `user:<id>` or `key:<id>`: what the audit log names. */
  readonly actor: string;
  readonly scopes: readonly Scope[];
}

/** What tells who asks. */
export interface Identity {
  readonly accounts: Pick<AccountStore, "apiKeyByHash" | "membershipOf">;
  /** Undefined where there is no auth database: then only keys count. */
  readonly auth: Auth | undefined;
  readonly now: () => Instant;
}

/** Says who a request comes from, by its API key or else its session; undefined when it tells neither. */
export async function identifyAsker({ accounts, auth, now }: Identity, headers: Headers): Promise<Asker | undefined> {
  const secret = /^Bearer (\S{1,200})$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (secret !== undefined) {
    const key = await accounts.apiKeyByHash(hashSecret(secret), now());
    return key && { account: key.account, actor: `key:${key.id}`, scopes: key.scopes };
  }
  const session = await auth?.api.getSession({ headers });
  const membership = session ? await accounts.membershipOf(session.user.id) : undefined;
  if (!session || !membership) return undefined;
  return { account: membership.account, actor: `user:${session.user.id}`, scopes: roleScopes(membership.role) };
}
