import { day, minute, type Milliseconds } from "../time.ts";

/** What an account's owner wants of whoever signs in. Undefined: what is usual. */
export interface AccountSecurity {
  /** Nobody gets further than their own settings without a second factor. */
  readonly requiresTwoFactor: boolean;
  /** A session that nobody used for so many minutes ends. */
  readonly idleMinutes: number | undefined;
  /** A new API key ends after so many days at the latest. */
  readonly keyDays: number | undefined;
}

/** What is kept of an account that shapes its sign-in. */
export interface SignInFacts extends AccountSecurity {
  /** At least one of its sites is in healthcare mode. */
  readonly isHealthcare: boolean;
}

/** What counts in the end. */
export interface SignInRules {
  readonly requiresTwoFactor: boolean;
  readonly idleMs: Milliseconds;
  /** The longest life of a new API key; undefined: it may live until it is revoked. */
  readonly keyMs: Milliseconds | undefined;
}

/** The bounds of an owner's wishes, in minutes and days. In healthcare mode (45 CFR 164.312(a)(2)(iii) and (d)) the lower ones hold. */
export const securityBounds = {
  idleMinutes: { least: 5, usual: 12 * 60, most: 7 * 24 * 60 },
  healthcare: { idleMinutes: { usual: 15, most: 30 }, keyDays: { most: 365 } },
  keyDays: { least: 1, most: 3650 },
} as const;

/** No owner yet said anything. */
export const usualSecurity: AccountSecurity = { requiresTwoFactor: false, idleMinutes: undefined, keyDays: undefined };

/**
 * Works out what counts for whoever signs in. Healthcare mode only ever tightens what the owner wants: a second factor,
 * sign-out after minutes, and no key that lives for ever.
 */
export function signInRules({ requiresTwoFactor, idleMinutes, keyDays, isHealthcare }: SignInFacts): SignInRules {
  const { idleMinutes: idle, healthcare } = securityBounds;
  const minutes = isHealthcare
    ? Math.min(idleMinutes ?? healthcare.idleMinutes.usual, healthcare.idleMinutes.most)
    : (idleMinutes ?? idle.usual);
  const days = isHealthcare ? Math.min(keyDays ?? Infinity, healthcare.keyDays.most) : keyDays;
  return {
    requiresTwoFactor: requiresTwoFactor || isHealthcare,
    idleMs: minutes * minute,
    keyMs: days === undefined ? undefined : days * day,
  };
}
