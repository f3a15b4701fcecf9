import { err, ok, type Result } from "@ringtrail/core";
import { hashPassword } from "better-auth/crypto";
import type { LookUpLeak } from "../auth/leaked-passwords.ts";
import type { Auth } from "../auth/make-auth.ts";

/** Somebody new, as they call themselves. */
export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** Why a password is not taken. */
export interface PasswordRefused {
  readonly code: "body_invalid";
  readonly field: "password";
  readonly says: string;
}

/**
 * Makes a person with a password, hashed as the auth library does, and answers their id. The library's own look-up of
 * leaked passwords works at its own doors only, so the password is looked up here.
 */
export async function makeUser(
  auth: Auth,
  { email, name, password }: NewUser,
  lookUp: LookUpLeak | undefined,
): Promise<Result<string, PasswordRefused>> {
  const isLeaked = lookUp === undefined ? false : await lookUp(password);
  if (isLeaked !== false) {
    const says = isLeaked ? "stands in lists of leaked passwords" : "cannot be looked up among leaked ones just now";
    return err({ code: "body_invalid", field: "password", says });
  }
  const { internalAdapter } = await auth.$context;
  const { id } = await internalAdapter.createUser({ email, name, emailVerified: false }, { method: "email-password" });
  const hash = await hashPassword(password);
  await internalAdapter.linkAccount({ userId: id, providerId: "credential", accountId: id, password: hash });
  return ok(id);
}
