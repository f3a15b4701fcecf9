import type { CandidatePlace } from "./collect-places.ts";
import type { Findings } from "./collect-reasons.ts";
import type { Citation, HardStop, Principle } from "./recording-principle.ts";
import type { RecordingFlags, RecordingQuestion } from "./recording-question.ts";
import type { RuleSet } from "./recording-rule-set.ts";

/** The authorities behind the answer, the governing place's first. There is always at least one. */
export function collectCitations(
  rules: RuleSet,
  findings: Findings,
  question: RecordingQuestion,
): readonly [Citation, ...Citation[]] {
  const { places, governing, law, stops } = findings;
  const cited = new Set<Citation>(ofPlace(rules, governing));
  const cite = (citations: readonly Citation[]) => citations.forEach((citation) => cited.add(citation));
  for (const place of places.all) if (place.law.means === law) cite(ofPlace(rules, place));
  for (const stop of stops) if (isPrinciple(stop)) cite(rules.principles[stop]);
  for (const [principle, holds] of held)
    if (holds(findings, question.flags ?? noFlags)) cite(rules.principles[principle]);
  const [first, ...rest] = cited;
  return first === undefined ? rules.principles.unknown_is_strict : [first, ...rest];
}

/** A state's rule is cited with the federal floor under it. */
function ofPlace(rules: RuleSet, { place, rule }: CandidatePlace): readonly Citation[] {
  if (rule === undefined) return rules.principles.unknown_is_strict;
  const country = rules.places.get(place.slice(0, 2));
  return country?.isFloor && country !== rule ? [...rule.citations, ...country.citations] : rule.citations;
}

type Holds = (findings: Findings, flags: RecordingFlags) => boolean;

const noFlags: RecordingFlags = {};

/** The rules of ours that are cited besides places and stops, and when. */
const held: readonly (readonly [Principle, Holds])[] = [
  ["strictest_wins", ({ places, law }) => places.all.some((candidate) => candidate.law.means !== law)],
  ["number_is_a_hint", ({ places }) => places.callerUnknown === "only_hints"],
  ["newcomer_restarts", (_findings, { thirdPartyJoined }) => thirdPartyJoined !== undefined],
  ["counts_as_recording", (_findings, flags) => flags.monitoringOnly === true || flags.transcriptionOnly === true],
  ["voiceprint_needs_release", (_findings, { voiceprint }) => voiceprint === true],
  ["hipaa_obligations", (_findings, { hipaa }) => hipaa === true],
  ["always_announce", ({ law }) => law === "silent"],
];

/** A place that forbids is cited as a place. */
function isPrinciple(stop: HardStop): stop is Exclude<HardStop, "forbidden_by_place"> {
  return stop !== "forbidden_by_place";
}
