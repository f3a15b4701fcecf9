import { ask, type ClientOptions } from "./ask.ts";

/** A second factor that still has to be confirmed by a code. Both are shown this once. */
export interface SecondFactorMade {
  /** What an authenticator takes in: `otpauth://totp/…?secret=…` */
  readonly totpURI: string;
  /** Each signs in once in place of a code. */
  readonly backupCodes: readonly string[];
}

/** How the person at the screen signs in, changed by themselves. Each method throws `ApiError` when it is refused. */
export interface SignInClient {
  /** @param password needed of whoever has one, here and below. */
  setUpTwoFactor(password: string | undefined): Promise<SecondFactorMade>;
  /** From here on every sign-in asks for a code. */
  confirmTwoFactor(code: string): Promise<void>;
  /** Those before work no more. */
  makeBackupCodes(password: string | undefined): Promise<Pick<SecondFactorMade, "backupCodes">>;
  turnOffTwoFactor(password: string | undefined): Promise<void>;
  /** For whoever has none yet. */
  setPassword(newPassword: string): Promise<void>;
  changePassword(currentPassword: string, newPassword: string): Promise<void>;
}

/** Makes the client of the doors below `/api/auth`. They know people by their session's cookie and take no key. */
export function createSignInClient(options: ClientOptions): SignInClient {
  const post = <Answer>(door: string, body: object): Promise<Answer> =>
    ask<Answer>(options, "POST", `/api/auth/${door}`, body);
  return {
    setUpTwoFactor: (password) => post("two-factor/enable", { password }),
    confirmTwoFactor: (code) => post("two-factor/verify-totp", { code }),
    makeBackupCodes: (password) => post("two-factor/generate-backup-codes", { password }),
    turnOffTwoFactor: (password) => post("two-factor/disable", { password }),
    setPassword: (newPassword) => post("set-password", { newPassword }),
    changePassword: (currentPassword, newPassword) => post("change-password", { currentPassword, newPassword }),
  };
}
