import { isPasswordCompromised } from "better-auth/plugins";

/** Says whether a password stands in lists of leaked ones; undefined where the service that knows them does not answer. */
export type LookUpLeak = (password: string) => Promise<boolean | undefined>;

/** Asks the service the auth library asks. It is told the first five digits of the password's hash. */
export const lookUpLeak: LookUpLeak = (password) => isPasswordCompromised(password).catch(() => undefined);

/** The doors at which the auth library itself looks a new password up. */
export const doorsWithNewPassword = ["/change-password", "/set-password"];
