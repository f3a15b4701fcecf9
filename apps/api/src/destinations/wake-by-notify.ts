import type { Sql } from "postgres";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";

/** Wakes the deliveries of this process whenever any process has written one down. */
export async function wakeByNotify(sql: Sql, wake: () => void, log: Log): Promise<() => Promise<void>> {
  // After an outage the driver listens again and says so: what was written meanwhile is due.
  const { unlisten } = await sql.listen("ringtrail_deliveries", wake, wake);
  return () => unlisten().catch((error: unknown) => log.warn(describeError(error), "the deliveries' news did not end"));
}
