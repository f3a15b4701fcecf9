import { err, ok, type AccountId, type CallId, type Result } from "@ringtrail/core";
import { maySteer, type CallNotRecording } from "@ringtrail/core/call-flow";
import type { Deps } from "../deps.ts";
import { steerRecording } from "./steer-recording.ts";

/** A wish of somebody's for a running recording. */
export interface PauseWish {
  readonly account: AccountId;
  readonly call: CallId;
  readonly wish: "pause" | "resume";
  /** Who asks; stands in the proof. */
  readonly actor: string;
}

/** Why the recording is as it was. The wish is kept all the same, and tried again with the call's next event. */
export type PauseRefused =
  | { readonly code: "call_unknown" }
  | CallNotRecording
  | { readonly code: "carrier_unreachable" };

/**
 * Keeps somebody's wish that a recording rest while a card is read out, or go on after it, and has the carrier obey.
 * Going on is not done while somebody on the call was not told: then the recording stays paused, and the answer says so.
 */
export async function askPause(
  deps: Deps,
  { account, call, wish, actor }: PauseWish,
): Promise<Result<{ readonly isPaused: boolean }, PauseRefused>> {
  const facts = await deps.calls.facts(account, call);
  if (facts === undefined) return err({ code: "call_unknown" });
  const may = maySteer(facts.state);
  if (!may.ok) return may;
  const kind = wish === "pause" ? "pause_asked" : "resume_asked";
  await deps.calls.append(account, call, { kind, at: deps.now(), key: deps.newId(), by: actor });
  const { connection, carrierRef } = facts;
  const fault = await steerRecording(deps, { account, call, connection, carrierRef });
  if (fault !== undefined) return err({ code: "carrier_unreachable" });
  const after = await deps.calls.facts(account, call);
  return ok({ isPaused: after?.state.rest.isPaused ?? false });
}
