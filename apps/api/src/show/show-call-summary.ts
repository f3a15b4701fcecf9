import type { CallStateShown, CallSummary as CallSummaryShown } from "@ringtrail/api-contract";
import type { E164, NumberId } from "@ringtrail/core";
import type { CallState } from "@ringtrail/core/call-flow";
import type { CallSummary } from "@ringtrail/core/ports";
import { showMaybe, showMoment } from "./show-moment.ts";
import { showSpam } from "./show-spam.ts";

/** A row of the call list. `numbers` holds every tracking number of the account. */
export function showCallSummary(call: CallSummary, numbers: ReadonlyMap<NumberId, E164>): CallSummaryShown {
  return {
    id: call.id,
    site: call.site,
    number: (call.number && numbers.get(call.number)) ?? "",
    rangAt: showMoment(call.rangAt),
    state: showCallState(call.state),
    matchKind: call.matchKind,
    confidence: call.confidence,
    touch: call.touch,
    landingPath: call.landingPath,
  };
}

function showCallState(state: CallState): CallStateShown {
  return {
    phase: state.phase,
    businessEnd: state.businessEnd,
    noticeEndedAt: showMaybe(state.noticeEndedAt),
    refused: state.refused,
    answeredAt: showMaybe(state.answeredAt),
    endedAt: showMaybe(state.endedAt),
    talkMs: state.talkMs,
    lengthMs: state.lengthMs,
    recordingStartedAt: showMaybe(state.recordingStartedAt),
    agreed: state.agreed,
    businessToldAt: showMaybe(state.businessToldAt),
    isPaused: state.rest.isPaused,
    spam: showSpam(state),
    text: state.text && {
      dueAt: showMaybe(state.text.dueAt),
      sentAt: showMaybe(state.text.sentAt),
      failed: state.text.failed,
    },
    recordingAbsent: state.recordingAbsent,
  };
}
