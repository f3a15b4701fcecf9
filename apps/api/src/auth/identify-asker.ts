import { err, ok, type AccountId, type Instant, type Milliseconds, type Result } from "@ringtrail/core";
import type { AccountStore, Scope } from "@ringtrail/core/ports";
import { hashSecret } from "../workflows/create-api-key.ts";
import { findSession, keepAlive } from "./find-session.ts";
import { idleLimit, rulesOf } from "./idle-limit.ts";
import type { Auth } from "./make-auth.ts";
import { roleScopes } from "./role-scopes.ts";
import { unattendedHeader } from "./unattended-header.ts";

/** What is known of a person beyond what every asker has. */
export interface AskingPerson {
  readonly userId: string;
  readonly sessionId: string;
  readonly sessionToken: string;
  readonly hasTwoFactor: boolean;
  /** The account demands a second factor and this person has none yet. */
  readonly mustSetTwoFactor: boolean;
  readonly idleMs: Milliseconds;
}

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
  readonly person: AskingPerson | undefined;
}

/** Why nobody is known to ask. */
export interface AskerUnknown {
  readonly code: "not_signed_in" | "session_idle" | "key_invalid" | "account_missing";
}

/** What tells who asks. */
export interface Identity {
  readonly accounts: Pick<AccountStore, "apiKeyByHash" | "membershipsOf" | "signInFacts">;
  readonly auth: Auth;
  readonly now: () => Instant;
}

/**
 * Says who a request comes from: by its API key if it names one, else by its session.
 *
 * @param isUse false for a look of our own, such as whether a stream's listener may still listen.
 */
export async function identifyAsker(
  identity: Identity,
  headers: Headers,
  isUse = true,
): Promise<Result<Asker, AskerUnknown>> {
  const authorization = headers.get("authorization");
  return authorization === null
    ? identifyPerson(identity, headers, isUse && !isUnattended(headers))
    : identifyKey(identity, authorization);
}

/** A browser opens a broken stream again by itself and lets no page add a header to it: a stream is never a use. */
function isUnattended(headers: Headers): boolean {
  return headers.get(unattendedHeader) !== null || headers.get("accept") === "text/event-stream";
}

async function identifyKey({ accounts, now }: Identity, authorization: string): Promise<Result<Asker, AskerUnknown>> {
  const secret = /^Bearer (\S{1,200})$/i.exec(authorization)?.[1];
  const key = secret === undefined ? undefined : await accounts.apiKeyByHash(hashSecret(secret), now());
  if (key === undefined) return err({ code: "key_invalid" });
  const { account, scopes, name } = key;
  const noPerson = { role: undefined, signedInAt: undefined, person: undefined };
  return ok({ account, scopes, name, by: "key", actor: `key:${key.id}`, ...noPerson });
}

async function identifyPerson(
  { accounts, auth }: Identity,
  headers: Headers,
  isUse: boolean,
): Promise<Result<Asker, AskerUnknown>> {
  const session = await findSession(auth, headers);
  if (session === undefined) return err({ code: "not_signed_in" });
  const { userId, email: name, hasTwoFactor, signedInAt } = session;
  const memberships = await accounts.membershipsOf(userId);
  // Whoever was taken out of the account they looked at is led to another of theirs.
  const membership = memberships.find((one) => one.account === session.activeAccount) ?? memberships[0];
  if (membership === undefined) return err({ code: "account_missing" });
  const { account, role } = membership;
  const rules = await rulesOf(accounts, memberships);
  const idleMs = idleLimit(rules);
  if (!(await keepAlive(auth, session, idleMs, isUse))) return err({ code: "session_idle" });
  const mustSetTwoFactor = !hasTwoFactor && rules[memberships.indexOf(membership)]?.requiresTwoFactor === true;
  const { id: sessionId, token: sessionToken } = session;
  const person = { userId, sessionId, sessionToken, hasTwoFactor, mustSetTwoFactor, idleMs };
  const scopes = roleScopes(role);
  return ok({ account, role, scopes, name, by: "person", actor: `user:${userId}`, signedInAt, person });
}
