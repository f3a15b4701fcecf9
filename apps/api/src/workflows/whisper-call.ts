import type { Instant } from "@ringtrail/core";
import { planWhisper, shortWords, type CallPlan, type Words } from "@ringtrail/core/call-flow";
import type { CarrierConnection, NumberRoute } from "@ringtrail/core/ports";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { recordReport } from "./record-report.ts";

/**
 * Somebody answered: writes down that they are told of the recording, and answers what they hear before they are
 * connected.
 */
export async function whisperCall(
  deps: Deps,
  connection: CarrierConnection,
  report: CarrierReport,
  at: Instant,
): Promise<CallPlan> {
  await recordReport(deps, connection, report, at);
  return whisperOf(report.dialled && (await deps.directory.routeByNumber(connection.id, report.dialled)));
}

/** What whoever answers is told, from the route alone: it must be said also when nothing can be written down. */
export function whisperOf(route: Pick<NumberRoute, "flow"> | undefined): CallPlan {
  const words: readonly Words[] = route === undefined ? [] : [shortWords(route.flow.announcement)];
  return planWhisper(words);
}
