import type { Instant } from "@ringtrail/core";
import { planAfterDial, planNotInService, type CallPlan } from "@ringtrail/core/call-flow";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { recordReport } from "./record-report.ts";

/** The leg to the business is over: keeps that, and plans what is left to do. */
export async function endDial(
  deps: Deps,
  connection: CarrierConnection,
  report: CarrierReport,
  at: Instant,
): Promise<CallPlan> {
  const route = report.dialled && (await deps.directory.routeByNumber(connection.id, report.dialled));
  if (route === undefined) return planNotInService();
  await recordReport(deps, connection, report, at);
  const call = await deps.calls.findByRef(connection.account, connection.id, report.carrierRef);
  const state = call && (await deps.calls.facts(connection.account, call))?.state;
  const isRecording = state?.recordingStartedAt !== undefined && state.recording === undefined && state.talkMs === 0;
  const ended = report.events.find((event) => event.kind === "dial_ended");
  return planAfterDial(route.flow, { end: ended?.end, step: report.step, isRecording });
}
