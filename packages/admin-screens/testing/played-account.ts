/** What the played account knows: one person and one API key. */
export const playedPerson = { email: "owner@example.com", password: "correct horse battery" } as const;
export const playedKey = "rt_test_0123456789abcdef";
export const playedLink = "one-time-owner-link-token";
