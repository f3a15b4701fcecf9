import { between, minute, type CallId, type Instant, type Milliseconds } from "@ringtrail/core";
import { chooseCourse, planNotInService, planRing, planUnrecorded, type CallPlan } from "@ringtrail/core/call-flow";
import type { CarrierConnection, NumberRoute } from "@ringtrail/core/ports";
import { placesDeclared, placesOfVisits } from "../call-context/caller-places.ts";
import { contextOfCall } from "../call-context/context-of-call.ts";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { allowRecording } from "./allow-recording.ts";
import { attributeCall } from "./attribute-call.ts";
import { decideForCall, inputsOf } from "./decide-for-call.ts";
import { newCall } from "./new-call.ts";
import { judgeInTime, scoreCall } from "./score-call.ts";
import { proofOf } from "./write-proof.ts";
import { lookUpCaller } from "./look-up-caller.ts";
import { textCaller } from "./text-caller.ts";
import { findRoute } from "./find-route.ts";

/** What to answer a carrier that tells of a ringing call. */
export type RingAnswer =
  | { readonly kind: "plan"; readonly plan: CallPlan; readonly call: CallId }
  | { readonly kind: "not_in_service"; readonly plan: CallPlan }
  /** The call is over, and just now: the carrier asks again because our answer was lost on its way. Nothing is written. */
  | { readonly kind: "asked_again"; readonly plan: CallPlan }
  /** The call is long over: somebody plays an old webhook again. */
  | { readonly kind: "replayed" };

/**
 * How long after its end a call's first webhook may still be a carrier's own repetition: Twilio tries up to six times
 * and waits at most 15 s for each. Refusing it would make the carrier count us as broken; and should the end we were
 * told be wrong, a caller is still on the line.
 */
const repetitionMs: Milliseconds = 2 * minute;

/**
 * A call rings: stores it with its first event, asks the core whether it may be recorded, writes that down as the
 * first proof, and plans. Who called and who is credited is worked out after the answer, because a caller waits.
 *
 * @param signal fires when the caller has been put through otherwise.
 */
export async function receiveCall(
  deps: Deps,
  connection: CarrierConnection,
  report: CarrierReport,
  at: Instant,
  signal: AbortSignal,
): Promise<RingAnswer> {
  const route = await findRoute(deps, connection.id, report.dialled);
  if (route === undefined) return { kind: "not_in_service", plan: planNotInService() };
  signal.throwIfAborted();
  const { account, number, flow } = route;
  const { carrierRef } = report;
  const call = newCall(deps, { route, connection: connection.id, carrierRef, rangAt: at, healed: false });
  const [{ id, isNew }, visited, declared] = await Promise.all([
    deps.calls.ring(account, call),
    placesOfVisits(deps, { account, number, rangAt: at }),
    placesDeclared(deps, account, report.caller),
  ]);
  const places = { ...visited, ...declared };
  const endedAt = isNew ? undefined : await endOf(deps, route, id);
  if (endedAt !== undefined) {
    const isLong = between(endedAt, at) > repetitionMs;
    return isLong ? { kind: "replayed" } : { kind: "asked_again", plan: planUnrecorded(flow) };
  }

  signal.throwIfAborted();
  const known = { number: report.caller, places };
  const decision = decideForCall(deps.law, route, known);
  const course = chooseCourse(flow, decision);
  const told = course.record && course.first !== "nothing" ? ({ party: "caller", told: course.first } as const) : {};
  const facts = { inputs: inputsOf(route, known), ...told, startedAt: at };
  await deps.proofs.append(account, proofOf({ call: id, kind: "decided", at, decision, flow, facts }));
  const caller = { number: report.caller, name: report.callerName };
  const scored = { route, call: id, rangAt: at, report };
  const spam = await judgeInTime(deps, { ...scored, caller });
  signal.throwIfAborted();
  const plan = planRing(flow, decision, contextOfCall({ flow, report, decision, at, spam }));
  await allowRecording(deps, { account, call: id, flow, decision, plan }, at);
  if (isNew) deps.live.publish({ account, kind: "call_rang", call: id });
  deps.background.queue("attribute call", async () => {
    await attributeCall(deps, { route, call: id, rangAt: at, caller });
    const judged = await scoreCall(deps, scored);
    await textCaller(deps, { route, connection, call: id, plan }, at);
    // The carrier is asked, and no other call's credit waits for that.
    deps.background.start("look up caller", () =>
      lookUpCaller(deps, { route, connection, call: id, caller, spam: judged }),
    );
  });
  return { kind: "plan", plan, call: id };
}

/** When the call ended; undefined while it goes on. */
async function endOf(deps: Deps, { account }: NumberRoute, call: CallId): Promise<Instant | undefined> {
  const state = (await deps.calls.facts(account, call))?.state;
  return state?.phase === "ended" ? state.endedAt : undefined;
}
