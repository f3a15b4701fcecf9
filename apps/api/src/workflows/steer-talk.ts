import type { Instant } from "@ringtrail/core";
import { maySteer, recordingOrder } from "@ringtrail/core/call-flow";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { recordReport } from "./record-report.ts";

/** The carrier is asked meanwhile, and no caller hears silence: a little less than a dialplan waits. */
export const talkLimitMs = 2_700;

/** How a recording stands after something happened in the talk. */
export interface TalkRest {
  /** The recording is as everything that was told wants it. */
  readonly isObeyed: boolean;
  readonly isPaused: boolean;
}

/**
 * Keeps what happened in the talk (keys, people who join), has the recording steered by it, and says how it stands.
 * A call that is not recorded has nothing to rest: nobody may take that for a pause.
 */
export async function steerTalk(
  deps: Deps,
  connection: CarrierConnection,
  report: CarrierReport,
  at: Instant,
): Promise<TalkRest> {
  await recordReport(deps, connection, report, at);
  const call = await deps.calls.findByRef(connection.account, connection.id, report.carrierRef);
  const state = call && (await deps.calls.facts(connection.account, call))?.state;
  if (state === undefined || !maySteer(state).ok) return { isObeyed: false, isPaused: false };
  return { isObeyed: recordingOrder(state) === undefined, isPaused: state.rest.isPaused };
}
