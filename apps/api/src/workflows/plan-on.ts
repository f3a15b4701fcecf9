import { err, ok, type CallId, type Instant, type Result } from "@ringtrail/core";
import { answerSoFar, planNotInService, type CallPlan, type NoticeAnswer, type Walk } from "@ringtrail/core/call-flow";
import type { RecordingDecision, RecordingFlags } from "@ringtrail/core/consent";
import type { CallFacts, CarrierConnection, NumberRoute } from "@ringtrail/core/ports";
import { placesDecided } from "../call-context/caller-places.ts";
import { contextOfCall } from "../call-context/context-of-call.ts";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { allowRecording } from "./allow-recording.ts";
import { decideForCall } from "./decide-for-call.ts";
import { recordReport } from "./record-report.ts";
import { textCaller } from "./text-caller.ts";
import { findRoute } from "./find-route.ts";

/** A call in the middle of its flow. */
export interface CallUnderWay {
  readonly route: NumberRoute;
  readonly call: CallId;
  readonly facts: CallFacts;
  readonly decision: RecordingDecision;
  readonly walk: Walk;
}

/** Keeps what a callback tells, and works out where in its flow the call stands. */
export async function callUnderWay(
  deps: Deps,
  connection: CarrierConnection,
  report: CarrierReport,
  at: Instant,
): Promise<Result<CallUnderWay, { readonly code: "not_in_service" }>> {
  const route = await findRoute(deps, connection.id, report.dialled);
  if (route === undefined) return err({ code: "not_in_service" });
  await recordReport(deps, connection, report, at);
  const call = await deps.calls.findByRef(connection.account, connection.id, report.carrierRef);
  const facts = call && (await deps.calls.facts(connection.account, call));
  if (call === undefined || facts === undefined) return err({ code: "not_in_service" });
  const answer = answerSoFar(facts.state);
  const decided = (await deps.proofs.ofCall(route.account, call)).find(({ kind }) => kind === "decided");
  const known = { number: report.caller, places: placesDecided(decided?.decision) };
  const decision = decideForCall(deps.law, route, known, flagsOf(answer));
  const context = contextOfCall({ flow: route.flow, report, decision, at, spam: facts.state.spam });
  return ok({ route, call, facts, decision, walk: { flow: route.flow, decision, context, answer } });
}

/**
 * The way every callback in the middle of a flow goes: keeps what it tells, plans what comes next, writes the permission
 * of a plan that records before the carrier is told, and has texts sent that the flow wants.
 */
export async function planOn(
  deps: Deps,
  connection: CarrierConnection,
  report: CarrierReport,
  at: Instant,
  next: (under: CallUnderWay) => CallPlan,
): Promise<CallPlan> {
  const under = await callUnderWay(deps, connection, report, at);
  if (!under.ok) return planNotInService();
  const { route, call, decision } = under.value;
  const { account, flow } = route;
  const plan = next(under.value);
  await allowRecording(deps, { account, call, flow, decision, plan }, at);
  await textCaller(deps, { route, connection, call, plan }, at);
  return plan;
}

function flagsOf(answer: NoticeAnswer | undefined): RecordingFlags {
  if (answer === undefined) return {};
  if (answer === "refused") return { refused: true };
  return answer === "agreed" ? { activeConsent: true, announcementPlayed: true } : { announcementPlayed: true };
}
