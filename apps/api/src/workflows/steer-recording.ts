import type { AccountId, CallId, ConnectionId } from "@ringtrail/core";
import { recordingOrder, type CallEvent, type RecordingOrder } from "@ringtrail/core/call-flow";
import type { CarrierFault } from "@ringtrail/telephony";
import type { Deps } from "../deps.ts";

/** A call whose recording may have to be paused or let go on. */
export interface SteeredCall {
  readonly account: AccountId;
  readonly call: CallId;
  readonly connection: ConnectionId;
  readonly carrierRef: string;
}

/**
 * Does what the core orders of a running recording. A pause is written down once the carrier has confirmed it; going
 * on is written down before the carrier is told, so that no second of sound lacks its proof. Answers why the carrier
 * did not obey, or undefined.
 */
export async function steerRecording(deps: Deps, steered: SteeredCall): Promise<CarrierFault | undefined> {
  const { account, call, carrierRef } = steered;
  const facts = await deps.calls.facts(account, call);
  const order = facts && recordingOrder(facts.state);
  if (facts === undefined || order === undefined) return undefined;
  const connection = await deps.directory.connectionById(steered.connection);
  if (connection === undefined) return { code: "carrier_unknown_thing" };
  const by = facts.events.map(wisherOf).findLast((one) => one !== undefined) ?? "carrier";
  const key = `${facts.events.length}`;
  if (order.order === "resume") await prove(deps, steered, order, by, key);
  const obeyed = await deps.carrierFor(connection).provider(connection).steerRecording(carrierRef, order.order);
  if (!obeyed.ok) {
    deps.log.error({ call, order: order.order, code: obeyed.reason.code }, "the carrier did not steer the recording");
    return obeyed.reason;
  }
  const kind = order.order === "pause" ? "recording_paused" : "recording_resumed";
  await deps.calls.append(account, call, { kind, at: deps.now(), key });
  if (order.order === "pause") await prove(deps, steered, order, by, key);
  deps.live.publish({ account, kind: "call_changed", call });
  return undefined;
}

/** Who asked for a rest or for going on; undefined for every other event. */
function wisherOf(event: CallEvent): string | undefined {
  if (event.kind === "agent_pressed") return "whoever answered, by keypad";
  return event.kind === "pause_asked" || event.kind === "resume_asked" ? event.by : undefined;
}

/** A proof of the recording's rest repeats the wording under which the recording was allowed. */
async function prove(
  deps: Deps,
  { account, call }: SteeredCall,
  order: RecordingOrder,
  by: string,
  key: string,
): Promise<void> {
  const allowed = (await deps.proofs.ofCall(account, call)).find(({ kind }) => kind === "recording_allowed");
  if (allowed === undefined) return;
  const { decision, wording, wordingSha256, language } = allowed;
  const at = deps.now();
  const facts = order.order === "pause" ? { pause: { why: order.why, by }, startedAt: at } : { finishedAt: at };
  const kind = order.order === "pause" ? "paused" : "resumed";
  await deps.proofs.append(account, { call, kind, key, at, decision, wording, wordingSha256, language, facts });
}
