import type { CandidatePlace } from "./collect-places.ts";
import type { Findings } from "./collect-reasons.ts";
import type { Citation, HardStop, Principle } from "./recording-principle.ts";
import type { RecordingQuestion } from "./recording-question.ts";
import type { RuleSet } from "./recording-rule-set.ts";

/** The authorities behind the answer, the governing place's first. There is always at least one. */
export function collectCitations(
  rules: RuleSet,
  findings: Findings,
  question: RecordingQuestion,
): readonly [Citation, ...Citation[]] {
  const { places, governing, law } = findings;
  const asStrict = places.all.filter((candidate) => candidate.law.means === law);
  const cited = new Set<Citation>([
    ...ofPlace(rules, governing),
    ...asStrict.flatMap((candidate) => ofPlace(rules, candidate)),
    ...principlesOf(findings, question).flatMap((principle) => rules.principles[principle]),
  ]);
  const [first, ...rest] = cited;
  return first === undefined ? rules.principles.unknown_is_strict : [first, ...rest];
}

/** A state's rule is cited with the federal floor under it. */
function ofPlace(rules: RuleSet, { place, rule }: CandidatePlace): readonly Citation[] {
  if (rule === undefined) return rules.principles.unknown_is_strict;
  const country = rules.places.get(place.slice(0, 2));
  return country?.isFloor && country !== rule ? [...rule.citations, ...country.citations] : rule.citations;
}

function principlesOf({ places, law, stops }: Findings, question: RecordingQuestion): readonly Principle[] {
  const flags = question.flags ?? {};
  const held: [Principle, boolean][] = [
    ["strictest_wins", places.all.some((candidate) => candidate.law.means !== law)],
    ["number_is_a_hint", places.callerUnknown === "only_hints"],
    ["newcomer_restarts", flags.thirdPartyJoined !== undefined],
    ["counts_as_recording", flags.monitoringOnly === true || flags.transcriptionOnly === true],
    ["voiceprint_needs_release", flags.voiceprint === true],
    ["hipaa_obligations", flags.hipaa === true],
    ["always_announce", law === "silent"],
  ];
  return [...stops.filter(isPrinciple), ...held.filter(([, holds]) => holds).map(([principle]) => principle)];
}

/** A place that forbids is cited as a place. */
function isPrinciple(stop: HardStop): stop is Exclude<HardStop, "forbidden_by_place"> {
  return stop !== "forbidden_by_place";
}
