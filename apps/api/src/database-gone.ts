/** The driver's own words for a connection that cannot be had or was lost. */
const driverCodes = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ENOTFOUND",
  "EHOSTUNREACH",
  "EPIPE",
  "ETIMEDOUT",
  "deadline_passed",
]);

/** SQLSTATE classes: connection (08), out of resources (53), operator or timeout ended it (57), system error (58). */
const stateClasses = /^(08|53|57|58)[0-9A-Z]{3}$/;

/** Says whether an error means that the database is away, too slow or out of room, and not that we did wrong. */
export function isDatabaseGone(error: unknown): boolean {
  for (let reason: unknown = error; reason instanceof Error; reason = reason.cause) {
    const code = "code" in reason ? String(reason.code) : "";
    if (driverCodes.has(code) || stateClasses.test(code)) return true;
  }
  return false;
}
