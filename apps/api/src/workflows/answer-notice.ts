import type { Instant } from "@ringtrail/core";
import { planAfterNotice, planNotInService, planUnrecorded, type CallPlan } from "@ringtrail/core/call-flow";
import type { CarrierConnection, Proof } from "@ringtrail/core/ports";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { decideForCall, proofOf } from "./decide-for-call.ts";
import { recordReport } from "./record-report.ts";

/**
 * The notice was heard to its end, or the caller refused: writes the proof, and plans the way to the business.
 *
 * The recording is allowed only when every proof before it is written: what was decided at the ring, that the notice
 * was heard, and the permission itself. Anything missing means an unrecorded call.
 *
 * @param signal fires when the caller has been put through otherwise: nothing is allowed after that.
 */
export async function answerNotice(
  deps: Deps,
  connection: CarrierConnection,
  report: CarrierReport,
  at: Instant,
  signal: AbortSignal,
): Promise<CallPlan> {
  const [route, call] = await Promise.all([
    report.dialled && deps.directory.routeByNumber(connection.id, report.dialled),
    deps.calls.findByRef(connection.account, connection.id, report.carrierRef),
  ]);
  if (route === undefined) return planNotInService();
  signal.throwIfAborted();
  const { account, flow } = route;
  const answer = answerIn(report);
  if (call === undefined || answer === undefined) {
    await recordReport(deps, connection, report, at);
    return planUnrecorded(flow);
  }
  await Promise.all(report.events.map((event) => deps.calls.append(account, call, event)));
  const before = await deps.proofs.ofCall(account, call);
  signal.throwIfAborted();
  const refused = answer === "refused" || has(before, "refused");
  const decision = decideForCall(
    deps.law,
    route,
    report.caller,
    refused ? { refused: true } : { announcementPlayed: true },
  );
  const heard = refused ? "refused" : "heard";
  await deps.proofs.append(account, proofOf(route, call, heard, decision, at));
  const plan = planAfterNotice(flow, decision, heard);
  const records = plan.steps.some((step) => step.do === "dial" && step.record !== "none");
  if (records && !has(before, "decided")) return planUnrecorded(flow);
  signal.throwIfAborted();
  if (records) await deps.proofs.append(account, proofOf(route, call, "recording_allowed", decision, at));
  deps.live.publish({ account, kind: "call_changed", call });
  return plan;
}

/** Undefined when the caller hung up during the notice: then it was neither heard to its end nor refused. */
function answerIn({ events }: CarrierReport): "heard" | "refused" | undefined {
  if (events.some(({ kind }) => kind === "refused")) return "refused";
  return events.some(({ kind }) => kind === "notice_ended") ? "heard" : undefined;
}

function has(proofs: readonly Proof[], kind: Proof["kind"]): boolean {
  return proofs.some((proof) => proof.kind === kind);
}
