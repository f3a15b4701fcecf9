import type { Milliseconds } from "@ringtrail/core";

/** What may be tried again: an answer of a class, no connection, or no answer in time. */
export type RetryOn = "4xx" | "5xx" | "ct" | "rt";

/** How patiently one address is asked. */
export interface ConnectionSettings {
  readonly connectMs: Milliseconds;
  readonly readMs: Milliseconds;
  readonly totalMs: Milliseconds;
  readonly retries: number;
  readonly retryOn: ReadonlySet<RetryOn>;
}

const kinds: readonly RetryOn[] = ["4xx", "5xx", "ct", "rt"];

/**
 * Reads the connection settings out of an address's fragment, as Twilio's "Webhook connection overrides" says:
 * `#ct=2000&rt=4000&tt=8000&rc=2&rp=4xx,5xx`. Values out of range are moved to the nearest end of it.
 */
export function readSettings(url: string): ConnectionSettings {
  const given = new URLSearchParams(url.split("#")[1] ?? "");
  const policy = (given.get("rp") ?? "ct").split(",");
  return {
    connectMs: within(given.get("ct"), 100, 10_000, 5_000),
    readMs: within(given.get("rt"), 100, 15_000, 15_000),
    totalMs: within(given.get("tt"), 100, 15_000, 15_000),
    retries: within(given.get("rc"), 0, 5, 1),
    retryOn: new Set(kinds.filter((kind) => policy.includes("all") || policy.includes(kind))),
  };
}

function within(text: string | null, least: number, most: number, usual: number): number {
  return /^\d{1,6}$/.test(text ?? "") ? Math.min(most, Math.max(least, Number(text))) : usual;
}
