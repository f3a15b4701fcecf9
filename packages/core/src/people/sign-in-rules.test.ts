import fc from "fast-check";
import { expect, test } from "vitest";
import { day, minute } from "../time.ts";
import { signInRules, usualSecurity, type AccountSecurity } from "./sign-in-rules.ts";

const facts = fc.record({
  requiresTwoFactor: fc.boolean(),
  idleMinutes: fc.option(fc.integer({ min: 5, max: 10_080 }), { nil: undefined }),
  keyDays: fc.option(fc.integer({ min: 1, max: 3650 }), { nil: undefined }),
});

test("an ordinary account signs people out after half a day, asks for no second factor and lets keys live", () => {
  expect(signInRules({ ...usualSecurity, isHealthcare: false })).toEqual({
    requiresTwoFactor: false,
    idleMs: 720 * minute,
    keyMs: undefined,
  });
});

test("a clinic's sessions end after a quarter of an hour, behind a second factor, and no key lives over a year", () => {
  const rules = signInRules({ ...usualSecurity, isHealthcare: true });

  expect(rules).toEqual({ requiresTwoFactor: true, idleMs: 15 * minute, keyMs: 365 * day });
});

test("healthcare mode only ever tightens what an owner wants", () => {
  fc.assert(
    fc.property(facts, (wish: AccountSecurity) => {
      const loose = signInRules({ ...wish, isHealthcare: false });
      const strict = signInRules({ ...wish, isHealthcare: true });

      expect(strict.requiresTwoFactor).toBe(true);
      expect(strict.idleMs).toBeLessThanOrEqual(Math.min(loose.idleMs, 30 * minute));
      expect(strict.keyMs).toBeLessThanOrEqual(loose.keyMs ?? Infinity);
    }),
  );
});
