/** What the played account knows: one person and one API key. */
export const playedPerson = { email: "owner@example.com", password: "correct horse battery" } as const;
/** What the played authenticator always shows, and its backup codes. */
export const playedCode = "123456";
export const playedBackupCodes: readonly string[] = Array.from({ length: 10 }, (_, nth) => `aBcD${nth}-eFgH${nth}`);
export const playedKey = "rt_test_0123456789abcdef";
export const playedLink = "one-time-owner-link-token";
