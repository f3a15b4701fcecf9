import { randomUUID } from "node:crypto";
import { instant, type CallId, type Instant, type RecordingId } from "@ringtrail/core";
import { recordingOrder, type CallEvent } from "@ringtrail/core/call-flow";
import type { CarrierConnection, NumberRoute } from "@ringtrail/core/ports";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { attributeCall, attributeEnded } from "./attribute-call.ts";
import { judgeNewcomer } from "./judge-newcomer.ts";
import { proveNewcomer, type ToldNewcomer } from "./prove-newcomer.ts";
import { proveReport } from "./prove-report.ts";
import { steerRecording } from "./steer-recording.ts";
import { hearOnly } from "./hear-only.ts";
import { newCall } from "./new-call.ts";
import { findRoute } from "./find-route.ts";

/**
 * Keeps what a carrier reports of a call, in any order and any number of times. A call nobody heard ringing (we were
 * away) is stored now and marked healed. Every step repeats safely, so a report may be given again after any failure.
 */
export async function recordReport(
  deps: Deps,
  connection: Pick<CarrierConnection, "id" | "account">,
  report: CarrierReport,
  at: Instant,
): Promise<"kept" | "not_in_service"> {
  const { account } = connection;
  const known = await deps.calls.findByRef(account, connection.id, report.carrierRef);
  const route = await findRoute(deps, connection.id, report.dialled);
  const call = known ?? (route && (await ringLate(deps, connection, route, report, at)));
  if (call === undefined) return "not_in_service";
  const told = (
    route === undefined
      ? report.events
      : await hearOnly(deps, { account, call, connection: connection.id }, route.flow, report.events)
  ).filter(({ kind }) => kind !== "rang");
  const appended = [];
  for (const event of told) appended.push(await deps.calls.append(account, call, event));
  const state = appended.at(-1)?.state;
  if (state !== undefined && route !== undefined) {
    await proveReport(deps, { account, call, route, report, state, connection: connection.id }, at);
    for (const event of told) {
      if (event.kind !== "newcomer_told") continue;
      await proveWhispered(deps, { account, call, who: event.who, at: event.at, how: "whisper", hasAgreed: false });
    }
    const { carrierRef } = report;
    const steered = { account, call, connection: connection.id, carrierRef };
    if (recordingOrder(state) !== undefined) await steerRecording(deps, steered);
  }
  for (const event of told) {
    if (event.kind === "recording_ready") await fetchLater(deps, connection, call, event);
  }
  if (known === undefined || appended.some(({ isNew }) => isNew)) {
    deps.live.publish({ account, kind: "call_changed", call });
  }
  if (route !== undefined && appended.some((one) => one.state.phase === "ended")) {
    await attributeEnded(deps, { route, call, caller: { number: report.caller, name: report.callerName } });
  }
  return "kept";
}

/** Stores a call that rang while we were away, and credits it as of then. */
async function ringLate(
  deps: Deps,
  connection: Pick<CarrierConnection, "id" | "account">,
  route: NumberRoute,
  report: CarrierReport,
  at: Instant,
): Promise<CallId> {
  const { account } = route;
  const rangAt = instant(Math.min(at, ...report.events.map((event) => event.at)));
  const { carrierRef } = report;
  const call = newCall(deps, { route, connection: connection.id, carrierRef, rangAt, healed: true });
  const { id } = await deps.calls.ring(account, call);
  const caller = { number: report.caller, name: report.callerName };
  await attributeCall(deps, { route, call: id, rangAt, caller });
  return id;
}

/**
 * Has the recording fetched, if it may exist at all: without the written permission it is left where it lies.
 */
async function fetchLater(
  deps: Deps,
  connection: Pick<CarrierConnection, "id" | "account">,
  call: CallId,
  { recording }: CallEvent & { readonly kind: "recording_ready" },
): Promise<void> {
  const { account } = connection;
  const proofs = await deps.proofs.ofCall(account, call);
  if (!proofs.some(({ kind }) => kind === "recording_allowed")) {
    deps.log.error({ call }, "a recording without a written permission was reported and is not fetched");
    return;
  }
  // Its file bears the id for a name, and a name must not tell when somebody called.
  const id = randomUUID() as string as RecordingId;
  await deps.jobs.fetchRecording({ account, call, connection: connection.id, recording: id, at: recording });
}

/** A carrier names whoever joined in its own words and knows no place of theirs. */
async function proveWhispered(deps: Deps, told: ToldNewcomer): Promise<void> {
  const { account, call } = told;
  const before = await deps.proofs.ofCall(account, call);
  const judged = await judgeNewcomer(deps, { account, call, place: undefined, hasAgreed: false }, before);
  await proveNewcomer(deps, told, before, judged);
}
