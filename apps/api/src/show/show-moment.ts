import type { Instant } from "@ringtrail/core";

/** An instant as the API writes it: ISO 8601 in UTC. */
export function showMoment(at: Instant): string {
  return new Date(at).toISOString();
}

/** The same for an instant that may be absent. */
export function showMaybe(at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : showMoment(at);
}
