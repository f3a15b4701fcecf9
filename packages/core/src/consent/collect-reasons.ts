import type { CandidatePlace, CollectedPlaces } from "./collect-places.ts";
import type { RecordingReason } from "./recording-decision.ts";
import { isLooser, type RecordingMeans } from "./recording-means.ts";
import type { HardStop } from "./recording-principle.ts";
import type { RecordingPolicy, RecordingQuestion } from "./recording-question.ts";
import type { RuleSet } from "./recording-rule-set.ts";

/** What the decision has worked out by the time it gives its reasons. */
export interface Findings {
  readonly places: CollectedPlaces;
  readonly governing: CandidatePlace;
  readonly law: RecordingMeans;
  readonly stops: readonly HardStop[];
}

/** Every reason for the answer, the one that decided first. */
export function collectReasons(
  rules: RuleSet,
  { places, governing, law, stops }: Findings,
  question: RecordingQuestion,
): readonly [RecordingReason, ...RecordingReason[]] {
  const strictest: RecordingReason = { code: "strictest_place", place: governing.place, means: law };
  const [first, ...rest] = stops.map((stop): RecordingReason => ({ code: "stopped", stop }));
  const others = [
    ...ofEvidence(places, question),
    ...unique(places.all).flatMap(ofPlace),
    ...ofCircumstances(law, question),
    ...ofPolicy(rules, law, question),
    ...(rules.standsInFor ? [{ code: "rule_set_refused", refused: rules.standsInFor } as const] : []),
  ];
  return first === undefined ? [strictest, ...others] : [first, ...rest, strictest, ...others];
}

function ofEvidence(
  { all, callerUnknown }: CollectedPlaces,
  { caller }: RecordingQuestion,
): readonly RecordingReason[] {
  const byNumber = all.filter(({ evidence }) => evidence === "number").map(({ place }) => place);
  const isLandline = caller?.lineType === "landline";
  return [
    ...(callerUnknown === undefined ? [] : [{ code: "caller_place_unknown", why: callerUnknown } as const]),
    ...(byNumber.length === 0 ? [] : [{ code: "number_is_a_hint", places: byNumber, isLandline } as const]),
  ];
}

/** One place may have been named by several parties; what it says is said once. */
function unique(all: readonly CandidatePlace[]): readonly CandidatePlace[] {
  const byPlace = new Map(all.map((candidate) => [candidate.place, candidate]));
  return [...byPlace.values()].toSorted((a, b) => (a.place < b.place ? -1 : 1));
}

function ofPlace({ place, rule, law }: CandidatePlace): readonly RecordingReason[] {
  if (place === "unknown") return [];
  if (rule === undefined) return [{ code: "no_rule_for_place", place }];
  const reasons: RecordingReason[] = law.exceptions.map(({ note }) => ({ code: "exception_applied", place, note }));
  if (rule.isFloor) reasons.push({ code: "part_of_country_unknown", place });
  if (rule.confidence === "disputed") reasons.push({ code: "disputed_so_stricter", place });
  if (rule.override !== undefined) reasons.push({ code: "owner_override", place, override: rule.override });
  if (rule.evidenceLimitedWithoutNotice) reasons.push({ code: "evidence_limited_without_notice", place });
  return reasons;
}

function ofCircumstances(law: RecordingMeans, { flags = {} }: RecordingQuestion): readonly RecordingReason[] {
  const reasons: RecordingReason[] = [];
  if (flags.thirdPartyJoined !== undefined && flags.thirdPartyTold !== true) {
    reasons.push({ code: "newcomer_untold", place: flags.thirdPartyJoined });
  }
  if (flags.monitoringOnly) reasons.push({ code: "counts_as_recording", what: "monitoring" });
  if (flags.transcriptionOnly) reasons.push({ code: "counts_as_recording", what: "transcription" });
  if (flags.announcementFailed && law === "silent") reasons.push({ code: "announcement_failed_not_required" });
  return reasons;
}

function ofPolicy(
  { standsInFor }: RuleSet,
  law: RecordingMeans,
  { policy }: RecordingQuestion,
): readonly RecordingReason[] {
  const want = policy?.want ?? "announce";
  if (want === "silent" && policy?.silence !== undefined && law === "silent" && standsInFor === undefined) {
    const { reason, author } = policy.silence;
    return [{ code: "silence_chosen", reason, author }];
  }
  if (want === "announce") return law === "silent" ? [{ code: "always_announce" }] : [];
  return want === law || isLooser(want, law) ? [] : [ownerPolicy(want, policy?.offAt)];
}

function ownerPolicy(want: RecordingMeans, offAt: RecordingPolicy["offAt"]): RecordingReason {
  return offAt === undefined ? { code: "owner_policy", want } : { code: "owner_policy", want, offAt };
}
