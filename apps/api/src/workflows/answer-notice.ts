import type { Instant } from "@ringtrail/core";
import {
  demandsNotice,
  planAfterNotice,
  planNoticeFailed,
  planNotInService,
  planUnrecorded,
  type CallPlan,
} from "@ringtrail/core/call-flow";
import type { CarrierConnection } from "@ringtrail/core/ports";
import { placesDecided } from "../call-context/caller-places.ts";
import { contextOfCall } from "../call-context/context-of-call.ts";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { allowRecording, recordedSides } from "./allow-recording.ts";
import { decideForCall } from "./decide-for-call.ts";
import { hearOnly } from "./hear-only.ts";
import { lasting, readNoticeEnd } from "./read-notice-end.ts";
import { recordReport } from "./record-report.ts";
import { proofOf } from "./write-proof.ts";
import { findRoute } from "./find-route.ts";

/**
 * The notice was heard to its end, the question was answered, or the caller refused: writes the proof, and plans the
 * way to the business.
 *
 * The recording is allowed only when every proof before it is written: what was decided at the ring, what the caller
 * heard or answered, and the permission itself. Anything missing means an unrecorded call.
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
    findRoute(deps, connection.id, report.dialled),
    deps.calls.findByRef(connection.account, connection.id, report.carrierRef),
  ]);
  if (route === undefined) return planNotInService();
  signal.throwIfAborted();
  const { account, flow } = route;
  const events =
    call === undefined
      ? report.events
      : await hearOnly(deps, { account, call, connection: connection.id }, flow, report.events);
  const told = readNoticeEnd(events);
  if (call === undefined || told === undefined) {
    await recordReport(deps, connection, report, at);
    return told === undefined ? planNoticeFailed(flow) : planUnrecorded(flow);
  }
  // A caller waits: what was proved before is read while the events are kept.
  const [before] = await Promise.all([
    deps.proofs.ofCall(account, call),
    ...events.map((event) => deps.calls.append(account, call, event)),
  ]);
  signal.throwIfAborted();
  const end = lasting(before, told);
  const decided = before.find(({ kind }) => kind === "decided");
  const known = { number: report.caller, places: placesDecided(decided?.decision) };
  const decision = decideForCall(deps.law, route, known, end.flags);
  const startedAt = end.startedAt ?? decided?.at;
  const facts = { ...end.facts, ...(startedAt === undefined ? {} : { startedAt }) };
  const about = { call, at, decision, flow, words: end.words(flow, decision) };
  await deps.proofs.append(account, proofOf({ ...about, kind: end.proof, facts }));
  // A sound nobody heard is a notice that failed.
  if (end.proof === "unrecorded" && demandsNotice(flow)) return planNoticeFailed(flow);
  // A challenge stands before the ring that the notice belongs to: it is not met again.
  const context = contextOfCall({ flow, report, decision, at, spam: undefined });
  const plan = planAfterNotice(flow, decision, end.answer, { step: report.step, context });
  if (recordedSides(plan) !== undefined && decided === undefined) return planUnrecorded(flow);
  signal.throwIfAborted();
  await allowRecording(deps, { account, call, flow, decision, plan }, at);
  deps.live.publish({ account, kind: "call_changed", call });
  return plan;
}
