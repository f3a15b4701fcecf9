import type { Instant } from "@ringtrail/core";
import { planAfterDial, type CallPlan } from "@ringtrail/core/call-flow";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { planOn } from "./plan-on.ts";

/** The leg to the business is over: keeps that, and plans what comes next. */
export function endDial(
  deps: Deps,
  connection: CarrierConnection,
  report: CarrierReport,
  at: Instant,
): Promise<CallPlan> {
  const ended = report.events.find((event) => event.kind === "dial_ended");
  return planOn(deps, connection, report, at, ({ walk, facts: { state } }) => {
    const isRecording = state.recordingStartedAt !== undefined && state.recording === undefined && state.talkMs === 0;
    return planAfterDial(walk, { end: ended?.end, step: report.step, isRecording });
  });
}
