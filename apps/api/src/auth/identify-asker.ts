import { err, instant, ok, type AccountId, type Instant, type Result } from "@ringtrail/core";
import type { AccountStore, Scope } from "@ringtrail/core/ports";
import { hashSecret } from "../workflows/create-api-key.ts";
import type { Auth } from "./make-auth.ts";
import { roleScopes } from "./role-scopes.ts";

/** Who asks: a person with a session or a program with a key. */
export interface Asker {
  readonly account: AccountId;
  readonly by: "person" | "key";
  /** `user:<id>` or `key:<id>`: what the audit log names. */
  readonly actor: string;
  /** The person's e-mail or the key's name. For the asker's own eyes; never logged. */
  readonly name: string;
  /** The person's role; undefined for a key. */
  readonly role: string | undefined;
  readonly scopes: readonly Scope[];
  /** When the person signed in; undefined for a key. */
  readonly signedInAt: Instant | undefined;
  /** The person and their session; undefined for a key. Never logged. */
  readonly person: { readonly userId: string; readonly sessionToken: string } | undefined;
}

/** Why nobody is known to ask. */
export interface AskerUnknown {
  readonly code: "not_signed_in" | "key_invalid" | "account_missing";
}

/** What tells who asks. */
export interface Identity {
  readonly accounts: Pick<AccountStore, "apiKeyByHash" | "membershipsOf">;
  readonly auth: Auth;
  readonly now: () => Instant;
}

/** Says who a request comes from: by its API key if it names one, else by its session. */
export async function identifyAsker(
  { accounts, auth, now }: Identity,
  headers: Headers,
): Promise<Result<Asker, AskerUnknown>> {
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    const secret = /^Bearer (\S{1,200})$/i.exec(authorization)?.[1];
    const key = secret === undefined ? undefined : await accounts.apiKeyByHash(hashSecret(secret), now());
    if (key === undefined) return err({ code: "key_invalid" });
    const { account, scopes, name } = key;
    const noPerson = { role: undefined, signedInAt: undefined, person: undefined };
    return ok({ account, scopes, name, by: "key", actor: `key:${key.id}`, ...noPerson });
  }
  const session = await auth.api.getSession({ headers });
  if (session === null) return err({ code: "not_signed_in" });
  const { id, email } = session.user;
  const memberships = await accounts.membershipsOf(id);
  // Whoever was taken out of the account they looked at is led to another of theirs.
  const membership = memberships.find((one) => one.account === session.session.activeAccount) ?? memberships[0];
  if (membership === undefined) return err({ code: "account_missing" });
  const { account, role } = membership;
  const signedInAt = instant(session.session.createdAt.getTime());
  const person = { userId: id, sessionToken: session.session.token };
  return ok({
    account,
    role,
    scopes: roleScopes(role),
    name: email,
    by: "person",
    actor: `user:${id}`,
    signedInAt,
    person,
  });
}
