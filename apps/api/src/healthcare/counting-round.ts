import { after, day, instant, type Instant } from "@ringtrail/core";
import { leastOf, usualPeriodDays, type HealthcareSettings } from "@ringtrail/core/healthcare";
import type { Deps } from "../deps.ts";
import type { Round } from "../jobs/keep-round.ts";

/** Every hour, the sites in healthcare mode whose period has ended are counted. */
export function countingRound(deps: Deps): Round {
  return { name: "count-healthcare-calls", everySeconds: 3_600, work: () => countCalls(deps) };
}

/** Counts what waits at every site in healthcare mode, up to the last period that is over. Repeats safely. */
export async function countCalls(
  deps: Pick<Deps, "accounts" | "directory" | "healthcare" | "now" | "log">,
): Promise<void> {
  for (const { id: account } of await deps.accounts.accounts()) {
    for (const { site, isHealthcare } of await deps.directory.sitesOf(account)) {
      if (isHealthcare !== true) continue;
      const settings = (await deps.accounts.flowOf(account, site))?.healthcare;
      const period = { before: startOfPeriod(deps.now(), settings), least: leastOf(settings) };
      const calls = await deps.healthcare.publish(account, site, period);
      if (calls > 0) deps.log.info({ account, site, calls, before: period.before }, "calls were counted");
    }
  }
}

/** The Monday all periods are counted from: those of a week are weeks. */
const firstMonday = Date.UTC(2024, 0, 1);

/** The first day of the period an instant lies in, in UTC: what rang earlier is over. */
export function startOfPeriod(now: Instant, { periodDays = usualPeriodDays }: HealthcareSettings = {}): string {
  const span = periodDays * day;
  const start = after(instant(firstMonday), Math.floor((now - firstMonday) / span) * span);
  return new Date(start).toISOString().slice(0, 10);
}
