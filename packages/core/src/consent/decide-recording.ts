import { err, ok, type Result } from "../result.ts";
import { checkQuestion } from "./check-question.ts";
import { checkShape } from "./check-shape.ts";
import { collectCitations } from "./collect-citations.ts";
import { collectDetail, mustHoldNotice } from "./collect-detail.ts";
import { collectPlaces, type CandidatePlace } from "./collect-places.ts";
import { collectReasons } from "./collect-reasons.ts";
import { hardStops } from "./hard-stops.ts";
import { placesOfReadings } from "./places-of-readings.ts";
import type { ConsideredPlace, RecordingDecision } from "./recording-decision.ts";
import { stricter, type RecordingMeans } from "./recording-means.ts";
import type { RecordingQuestion, RecordingQuestionWrong } from "./recording-question.ts";
import type { RuleSet } from "./recording-rule-set.ts";
import { sidesToRecord } from "./sides-to-record.ts";
import { strictestLaw, strictestPlace } from "./strictest-place.ts";

/**
 * Says whether a call may be recorded, what must happen first, and why.
 *
 * Every place that may govern is asked and the strictest wins; what is not known is strict; then the events of the
 * call may stop the recording. The owner's policy can ask for more than the law and never for less.
 */
export function decideRecording(
  rules: RuleSet,
  question: RecordingQuestion,
): Result<RecordingDecision, RecordingQuestionWrong> {
  const wrong = checkShape(question) ?? checkQuestion(rules, question);
  if (wrong !== undefined) return err(wrong);
  const collected = collectPlaces(rules, question);
  if (!collected.ok) return collected;
  const [first, ...rest] = collected.value.all;
  if (first === undefined) return err({ code: "business_place_missing", field: "businessJurisdictions" });
  return ok(decide(rules, question, { ...collected.value, all: [first, ...rest] }));
}

interface Places {
  readonly all: readonly [CandidatePlace, ...CandidatePlace[]];
  readonly callerUnknown: Parameters<typeof collectReasons>[1]["places"]["callerUnknown"];
}

function decide(rules: RuleSet, question: RecordingQuestion, places: Places): RecordingDecision {
  const flags = question.flags ?? {};
  const governing = strictestPlace(places.all);
  const law = governing.law.means;
  const noticeInside = mustHoldNotice(places.all, flags);
  const stops = hardStops({ means: law, noticeInside }, question);
  const minimum = after(law, stops.length > 0);
  const want = stricter(law, wantedBy(rules, question));
  const wantedStops = hardStops({ means: want, noticeInside }, question);
  const applied = after(want, wantedStops.length > 0);
  const findings = { places, governing, law, stops };
  const readings = placesOfReadings(places.all);
  const { place, party, evidence, rule } = governing;
  return {
    minimum,
    recommended: stricter(minimum, "announce"),
    applied,
    sides: sidesToRecord(applied, wantedStops, question.policy),
    scope: stops.length === 1 && stops[0] === "card_data" ? "segment" : "call",
    governing: { place, party, evidence, rule: stops[0] ?? (rule === undefined ? "unknown_is_strict" : "law") },
    considered: considerEach(places.all, question),
    readings: {
      placeOfRecording: alone(readings.placeOfRecording, question),
      callerLaw: alone(readings.callerLaw, question),
    },
    reasons: collectReasons(rules, findings, question),
    citations: collectCitations(rules, findings, question),
    detail: collectDetail(places.all, law, flags),
    ruleSet: { name: rules.name, version: rules.version, hash: rules.hash, asOf: rules.asOf },
  };
}

/** The owner's policy. Silence is no choice while a refused rule set may have said something else. */
function wantedBy({ standsInFor }: RuleSet, { policy }: RecordingQuestion): RecordingMeans {
  const want = policy?.want ?? "announce";
  return standsInFor === undefined ? want : stricter(want, "announce");
}

function after(means: RecordingMeans, isStopped: boolean): RecordingMeans {
  return isStopped ? "do_not_record" : means;
}

/** What these places would say if there were no others. Evidence too weak for silence asks for a notice. */
function alone(places: readonly CandidatePlace[], question: RecordingQuestion): RecordingMeans {
  const means = places.every(({ isFirm }) => isFirm)
    ? strictestLaw(places)
    : stricter(strictestLaw(places), "announce");
  const noticeInside = mustHoldNotice(places, question.flags ?? {});
  return after(means, hardStops({ means, noticeInside }, question).length > 0);
}

function considerEach(
  [first, ...rest]: Places["all"],
  question: RecordingQuestion,
): readonly [ConsideredPlace, ...ConsideredPlace[]] {
  const consider = (candidate: CandidatePlace): ConsideredPlace => ({
    party: candidate.party,
    evidence: candidate.evidence,
    place: candidate.place,
    ...(candidate.probability === undefined ? {} : { probability: candidate.probability }),
    rule: candidate.rule?.place ?? "unknown",
    alone: alone([candidate], question),
    law: candidate.law.means,
  });
  return [consider(first), ...rest.map(consider)];
}
