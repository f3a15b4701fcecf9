import type { CallDetail } from "@ringtrail/api-contract";
import type { E164, NumberId } from "@ringtrail/core";
import type { Proof, RuleSet } from "@ringtrail/core/consent";
import type { CallFacts, Caller, RecordingFacts, VisitStory } from "@ringtrail/core/ports";
import { showCallSummary } from "./show-call-summary.ts";
import { showCaller } from "./show-caller.ts";
import { showDecision, showProof } from "./show-decision.ts";
import { showMatch } from "./show-match.ts";
import { showMoment } from "./show-moment.ts";
import { showTimeline } from "./show-timeline.ts";

/** Everything that was loaded for the page of one call. */
export interface CallToShow {
  readonly call: CallFacts;
  readonly numbers: ReadonlyMap<NumberId, E164>;
  /** The leading candidate's visit, unless there is none or it was forgotten. */
  readonly story: VisitStory | undefined;
  readonly caller: Caller | undefined;
  readonly maySeeCaller: boolean;
  readonly proofs: readonly Proof[];
  readonly recording: RecordingFacts | undefined;
  readonly law: RuleSet | undefined;
}

/** The page of one call in the contract's shape. */
export function showCallDetail(loaded: CallToShow): CallDetail {
  const { call, story, proofs, recording } = loaded;
  const last = proofs.at(-1);
  return {
    ...showCallSummary(call, loaded.numbers),
    carrierRef: call.carrierRef,
    healed: call.healed,
    caller: loaded.caller && showCaller(loaded.caller, loaded.maySeeCaller),
    landing: story && {
      host: story.landing.host,
      path: story.landing.path,
      query: { ...story.landing.query },
      referrerHost: story.landing.referrerHost,
    },
    pages: (story?.pages ?? []).map(({ path, title, at }) => ({ path, title, at: showMoment(at) })),
    match: call.match && showMatch(call.match),
    timeline: showTimeline(call, story, recording),
    decision: last && showDecision(last.decision, loaded.law),
    proofs: proofs.map(showProof),
    recording: recording && {
      id: recording.id,
      lengthMs: recording.lengthMs,
      channels: recording.channels,
      size: recording.size,
      mediaType: recording.mediaType,
      sha256: recording.sha256,
      storedAt: showMoment(recording.storedAt),
    },
  };
}
