/** The kinds of destination that are ad platforms with an API. They want no facts: a round compares and tells them. */
export const adPlatformKinds: ReadonlySet<string> = new Set(["google_ads", "ga4", "meta"]);
