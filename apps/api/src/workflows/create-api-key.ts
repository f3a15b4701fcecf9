import { createHash, randomBytes } from "node:crypto";
import type { AccountId, Instant } from "@ringtrail/core";
import type { AccountStore, ApiKey, Scope } from "@ringtrail/core/ports";

/** What a new key needs of the world. */
export interface KeyMakers {
  readonly accounts: Pick<AccountStore, "saveApiKey" | "audit">;
  readonly newId: <Id extends string>() => Id;
  readonly now: () => Instant;
}

/** What a key is asked for. `actor` is who asks: a user's id, a key's id, or `cli`. */
export interface KeyWish {
  readonly account: AccountId;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Instant | undefined;
  readonly actor: string;
}

/** The SHA-256 of a key's secret, hex: all that is kept of it. The secret is random, so it needs no salt. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Makes an API key. The secret is in the answer and nowhere else. */
export async function createApiKey(
  { accounts, newId, now }: KeyMakers,
  { actor, ...wish }: KeyWish,
): Promise<{ readonly key: ApiKey; readonly secret: string }> {
  const secret = `rt_${randomBytes(24).toString("base64url")}`;
  const key: ApiKey = { id: newId(), ...wish };
  await accounts.saveApiKey(key, hashSecret(secret));
  await accounts.audit(wish.account, {
    actor,
    action: "api_key.created",
    object: key.id,
    at: now(),
    facts: { name: wish.name, scopes: wish.scopes.join(" ") },
  });
  return { key, secret };
}
