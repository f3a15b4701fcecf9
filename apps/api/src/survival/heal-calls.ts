import type { Milliseconds } from "@ringtrail/core";
import { isDatabaseGone } from "../database-gone.ts";
import type { Deps } from "../deps.ts";
import { describeError } from "../describe-error.ts";
import { recordReport } from "../workflows/record-report.ts";
import { readSpooled } from "./spooled-report.ts";

/**
 * Gives every spooled report to the database, as if it came now but with its own instants. Answers how many were
 * kept. Stops at the first sign that the database is still away; a report that fails for any other reason is logged
 * and put behind the others, because no report may block the rest and none may be thrown away.
 *
 * It is no job of the queue: the spool lies on this machine's disk, and the queue lies in the database that was gone.
 */
export async function healCalls(deps: Deps): Promise<number> {
  if (!deps.spool.isWaiting() || !(await deps.isDatabaseUp())) return 0;
  try {
    const taken = await deps.spool.drain(async (line) => {
      const { connection, report, at } = readSpooled(line);
      try {
        const kept = await recordReport(deps, connection, report, at);
        if (kept === "not_in_service")
          deps.log.warn({ connection: connection.id }, "a spooled call was not in service");
      } catch (error) {
        if (isDatabaseGone(error)) throw error;
        deps.log.error(describeError(error), "a spooled report could not be kept and waits on");
        await deps.spool.keep(line);
      }
    });
    deps.log.info({ reports: taken }, "calls healed from the spool");
    return taken;
  } catch (error) {
    deps.log.warn(describeError(error), "the spool waits on");
    return 0;
  }
}

/** The route snapshot is read anew every so many looks at the spool. */
const looksPerSnapshot = 10;

/** Looks after the spool every few seconds, and after the route snapshot now and then. Answers what ends it. */
export function startHealing(
  deps: Deps,
  everyMs: Milliseconds,
  afterRefresh: () => Promise<void> = async () => undefined,
): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  let looks = 0;
  const look = async (): Promise<void> => {
    await healCalls(deps);
    looks += 1;
    if (looks % looksPerSnapshot !== 0) return;
    await deps.snapshot.refresh();
    await afterRefresh();
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = look()
      .catch((error: unknown) => deps.log.warn(describeError(error), "the route snapshot stays as it was"))
      .finally(() => (busy = false));
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
