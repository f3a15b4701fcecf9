import { err, ok, type AccountId, type CallId, type Result } from "@ringtrail/core";
import type { CallEvent } from "@ringtrail/core/call-flow";
import type { Deps } from "../deps.ts";
import type { PauseRefused } from "./ask-pause.ts";
import { proveNewcomer } from "./prove-newcomer.ts";
import { steerRecording } from "./steer-recording.ts";

/** Somebody who joins a call, or who did and was told of its recording. */
export interface Joining {
  readonly account: AccountId;
  readonly call: CallId;
  /** The owner's own name for them. */
  readonly who: string;
  readonly isTold: boolean;
}

/**
 * Keeps that somebody joins or was told, and has the recording obey: nobody is recorded who was not told. A call that
 * does not record yet keeps it too, and rests as soon as it does.
 */
export async function joinCall(
  deps: Deps,
  { account, call, who, isTold }: Joining,
): Promise<Result<{ readonly isPaused: boolean }, PauseRefused>> {
  const facts = await deps.calls.facts(account, call);
  if (facts === undefined) return err({ code: "call_unknown" });
  if (facts.state.phase === "ended") return err({ code: "call_not_recording" });
  const kind = isTold ? "newcomer_told" : "joined";
  const event: CallEvent = { kind, at: deps.now(), key: `${isTold ? "told" : "joined"}:${who}`, who };
  const { isNew } = await deps.calls.append(account, call, event);
  if (isTold && isNew) await proveNewcomer(deps, { account, call, who, at: event.at, how: "reported" });
  const { connection, carrierRef } = facts;
  const fault = await steerRecording(deps, { account, call, connection, carrierRef });
  if (fault !== undefined) return err({ code: "carrier_unreachable" });
  const after = await deps.calls.facts(account, call);
  return ok({ isPaused: after?.state.rest.isPaused ?? false });
}
