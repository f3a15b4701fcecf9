import { between, day, instant, type Instant } from "@ringtrail/core";
import type { SeenByServer } from "./ask-server.ts";
import { fine, note, problem, type Finding } from "./finding.ts";

const check = "refused_webhooks";

/**
 * Webhooks that were refused for their signature. A carrier whose webhook is refused asks the fallback address: its
 * calls go through, unrecorded and uncredited, and nothing else says so.
 */
export function checkRefusals({ refusals }: Pick<SeenByServer, "refusals">, now: Instant): readonly Finding[] {
  if (refusals === undefined) return [];
  const { count, lastAt } = refusals;
  if (count === 0 || lastAt === undefined) return [fine(check, "No webhook was refused since the server began.")];
  const last = new Date(lastAt).toISOString();
  const says = `${count} webhooks were refused for their signature since the server began, the last at ${last}.`;
  if (between(instant(lastAt), now) > day) return [note(check, says)];
  const fix =
    "Compare PUBLIC_URL and the carrier's secret with the carrier's console. When both are right, somebody else is knocking, and nothing was written.";
  return [problem(check, says, fix)];
}
