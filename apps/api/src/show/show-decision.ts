import { explainRecording, sayReason, type DecisionShown, type ProofShown } from "@ringtrail/api-contract";
import type { Proof, RecordingDecision, RuleSet } from "@ringtrail/core/consent";
import { placeNames } from "./name-place.ts";
import { showMoment } from "./show-moment.ts";

/** A recording decision with its explanation and authorities. `law` names the places; without it their codes stand. */
export function showDecision(decision: RecordingDecision, law: RuleSet | undefined): DecisionShown {
  const nameOf = placeNames(law);
  const { headline, lines, footnote } = explainRecording(decision, nameOf);
  const { minimum, recommended, applied, sides, governing, considered, reasons, citations, ruleSet } = decision;
  return {
    headline,
    lines: [...lines],
    footnote,
    minimum,
    recommended,
    applied,
    sides,
    governing,
    considered: considered.map(({ party, place, evidence, alone }) => ({ party, place, evidence, alone })),
    reasons: reasons.map((reason) => ({ ...reason, words: sayReason(reason, nameOf) })),
    citations: citations.map(({ sources, ...citation }) => ({ ...citation, sources: [...sources] })),
    ruleSet,
  };
}

/** A link of the chain of proofs. */
export function showProof(proof: Proof): ProofShown {
  const { sequence, kind, key, at, decision, wording, wordingSha256, language, facts, hash, previousHash } = proof;
  return {
    sequence,
    kind,
    key,
    at: showMoment(at),
    applied: decision.applied,
    wording,
    wordingSha256,
    language,
    facts: facts && { ...facts },
    hash,
    previousHash,
  };
}
