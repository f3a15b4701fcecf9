import type { Instant } from "@ringtrail/core";
import { planAfterDial, planNotInService, type CallPlan } from "@ringtrail/core/call-flow";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { allowOn, callUnderWay } from "./plan-on.ts";

/** The leg to the business is over: keeps that, and plans what comes next. */
export async function endDial(
  deps: Deps,
  connection: CarrierConnection,
  report: CarrierReport,
  at: Instant,
): Promise<CallPlan> {
  const under = await callUnderWay(deps, connection, report, at);
  if (!under.ok) return planNotInService();
  const { state, walk } = under.value;
  const isRecording = state.recordingStartedAt !== undefined && state.recording === undefined && state.talkMs === 0;
  const ended = report.events.find((event) => event.kind === "dial_ended");
  const plan = planAfterDial(walk, { end: ended?.end, step: report.step, isRecording });
  await allowOn(deps, under.value, plan, at);
  return plan;
}
