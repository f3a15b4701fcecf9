import { err, ok, type Result } from "../result.ts";
import { lawOfPlace, type LawOfPlace } from "./law-of-place.ts";
import { placeNumber } from "./place-number.ts";
import { resolvePlace } from "./resolve-place.ts";
import type { PlaceEvidence, RecordingParty } from "./recording-decision.ts";
import type { Jurisdiction, RecordingQuestion, RecordingQuestionWrong } from "./recording-question.ts";
import type { Placeless, PlaceRule, RuleSet } from "./recording-rule-set.ts";

/** A place that may govern the call, with its rule. */
export interface CandidatePlace {
  readonly party: RecordingParty;
  readonly evidence: PlaceEvidence;
  readonly place: Jurisdiction | "unknown";
  readonly rule: PlaceRule | undefined;
  readonly law: LawOfPlace;
  /** Its evidence is firm enough to earn `silent`. */
  readonly isFirm: boolean;
  /** Of the visit it comes from; undefined for every other evidence. */
  readonly probability?: number | undefined;
}

/** Every place that may govern, in an order that does not depend on the question's. */
export interface CollectedPlaces {
  readonly all: readonly CandidatePlace[];
  /** Set when nothing but hints, or nothing at all, says where the caller is. */
  readonly callerUnknown: Placeless | "only_hints" | undefined;
}

interface NamedPlace {
  readonly party: RecordingParty;
  readonly evidence: PlaceEvidence;
  readonly place: Jurisdiction;
  readonly field: string;
  readonly isFirm: boolean;
  readonly probability?: number | undefined;
}

/**
 * Collects every place that may govern the call: where the business, its agent and its recorder are, and every place
 * the caller may be in. No candidate erases another, because a wrong guess would be somebody's unlawful recording.
 */
export function collectPlaces(
  rules: RuleSet,
  question: RecordingQuestion,
): Result<CollectedPlaces, RecordingQuestionWrong> {
  const number = placeNumber(rules, question.caller?.number);
  if (!number.ok) return number;
  const trusted = question.policy?.trustAreaCode === true && question.caller?.lineType !== "toll_free";
  const named = [...ourPlaces(question), ...callerPlaces(question, number.value.places, trusted)];
  const found = new Map<string, CandidatePlace>();
  for (const { field, ...name } of named) {
    const rule = resolvePlace(rules, name.place, field);
    if (!rule.ok) return err(rule.reason);
    const candidate = { ...name, rule: rule.value, law: lawOfPlace(rule.value, question) };
    found.set(keyOf(name), likelier(found.get(keyOf(name)), candidate));
  }
  const isCallerPlaced = named.some(({ party, isFirm }) => party === "caller" && isFirm);
  const callerUnknown = isCallerPlaced ? undefined : whyUnknown(named, number.value.placeless);
  if (callerUnknown !== undefined) found.set("unknown", unknownPlace("caller", question));
  if (isNewcomerUnknown(question)) found.set("unknown newcomer", unknownPlace("newcomer", question));
  return ok({ all: [...found.values()].toSorted(byKey), callerUnknown });
}

/** Several visits may come from one place: it is as likely as the likeliest of them. */
function likelier(known: CandidatePlace | undefined, other: CandidatePlace): CandidatePlace {
  return (known?.probability ?? 0) > (other.probability ?? 0) && known !== undefined ? known : other;
}

function ourPlaces(question: RecordingQuestion): readonly NamedPlace[] {
  const stated = (party: RecordingParty, place: Jurisdiction | undefined, field: string) =>
    place === undefined ? [] : [{ party, evidence: "stated" as const, place, field, isFirm: true }];
  return [
    ...question.businessJurisdictions.flatMap((place, at) => stated("business", place, `businessJurisdictions[${at}]`)),
    ...stated("agent", question.agentLocation, "agentLocation"),
    ...(question.agentLocations ?? []).flatMap((place, at) => stated("agent", place, `agentLocations[${at}]`)),
    ...stated("recorder", question.recordingLocation, "recordingLocation"),
    ...(isNewcomerUnknown(question)
      ? []
      : stated("newcomer", question.flags?.thirdPartyJoined, "flags.thirdPartyJoined")),
  ];
}

function callerPlaces(
  { caller }: RecordingQuestion,
  ofNumber: readonly Jurisdiction[],
  isNumberTrusted: boolean,
): readonly NamedPlace[] {
  const hint = (evidence: PlaceEvidence, place: Jurisdiction | undefined, field: string, isFirm = false) =>
    place === undefined ? [] : [{ party: "caller" as const, evidence, place, field, isFirm }];
  return [
    ...hint("stated", caller?.declared, "caller.declared", true),
    ...ofNumber.flatMap((place) => hint("number", place, "caller.number", isNumberTrusted)),
    ...hint("geo_ip", caller?.geoIp, "caller.geoIp"),
    ...hint("billing", caller?.billing, "caller.billing"),
    ...(caller?.visits ?? []).flatMap(({ place, probability }, at) =>
      hint("visit", place, `caller.visits[${at}].place`).map((visit) => ({ ...visit, probability })),
    ),
  ];
}

function whyUnknown(named: readonly NamedPlace[], placeless: Placeless | undefined): Placeless | "only_hints" {
  return named.some(({ party }) => party === "caller") ? "only_hints" : (placeless ?? "only_hints");
}

/** Somebody joined, and nobody says where they are. */
function isNewcomerUnknown({ flags }: RecordingQuestion): boolean {
  return flags?.thirdPartyJoined === "unknown";
}

function unknownPlace(party: RecordingParty, question: RecordingQuestion): CandidatePlace {
  const law = lawOfPlace(undefined, question);
  return { party, evidence: "none", place: "unknown", rule: undefined, law, isFirm: false };
}

const parties: readonly RecordingParty[] = ["caller", "newcomer", "business", "agent", "recorder"];
const evidences: readonly PlaceEvidence[] = ["stated", "number", "geo_ip", "billing", "visit", "none"];

function keyOf({ party, evidence, place }: Pick<CandidatePlace, "party" | "evidence" | "place">): string {
  return `${evidences.indexOf(evidence)} ${parties.indexOf(party)} ${place}`;
}

function byKey(a: CandidatePlace, b: CandidatePlace): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
