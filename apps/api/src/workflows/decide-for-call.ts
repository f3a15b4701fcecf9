import { Phi, type E164 } from "@ringtrail/core";
import { mannerOf, placesOfSeats, type CallFlow } from "@ringtrail/core/call-flow";
import {
  decideRecording,
  strictestDecision,
  type ProofFacts,
  type RecordingDecision,
  type RecordingFlags,
  type RecordingQuestion,
  type RuleSet,
} from "@ringtrail/core/consent";
import type { NumberRoute } from "@ringtrail/core/ports";
import { inCodesOf, type CallerPlaces } from "../call-context/caller-places.ts";
import { lineTypeOf } from "../call-context/line-type.ts";

/** What a decision needs of the number that rings. */
export type DecidedRoute = Pick<NumberRoute, "businessPlaces" | "flow">;

/** What is known of who calls. */
export interface KnownCaller {
  /** Undefined when withheld. */
  readonly number: Phi<E164> | undefined;
  readonly places: CallerPlaces;
}

/**
 * Asks the core whether this call may be recorded, from every place that is known: the business's, the seats of those
 * who may answer, the recorder's, and the caller's by number, declaration, bills and visits. Without a rule set, or
 * when the question cannot be decided, the strictest answer that needs no law counts: announce.
 */
export function decideForCall(
  law: RuleSet | undefined,
  route: DecidedRoute,
  caller: KnownCaller,
  flags: RecordingFlags = {},
): RecordingDecision {
  if (law === undefined) return strictestDecision(flags);
  const question = questionOf(route, flags);
  const evidence = evidenceOf({ ...caller, places: inCodesOf(law, caller.places) });
  const ask = (number: E164 | undefined) => decideRecording(law, { ...question, caller: { ...evidence, number } });
  // The law is about the caller's place; the decision that comes back does not repeat the number.
  const asked = ask(caller.number && Phi.reveal(caller.number, "care-store"));
  const decided = !asked.ok && asked.reason.code === "phone_malformed" ? ask(undefined) : asked;
  return decided.ok ? decided.value : strictestDecision(flags);
}

/** What the decision looks at, as a proof keeps it: everything but the caller's number itself. */
export function inputsOf(
  route: DecidedRoute,
  caller: KnownCaller,
  flags: RecordingFlags = {},
): NonNullable<ProofFacts["inputs"]> {
  const evidence = evidenceOf(caller);
  return {
    ...questionOf(route, flags),
    callerNumber: caller.number === undefined ? "withheld" : "given",
    ...(Object.keys(evidence).length === 0 ? {} : { callerEvidence: evidence }),
  };
}

function evidenceOf({ number, places }: KnownCaller): NonNullable<NonNullable<ProofFacts["inputs"]>["callerEvidence"]> {
  return number === undefined ? places : { lineType: lineTypeOf(Phi.reveal(number, "care-store")), ...places };
}

function questionOf({ businessPlaces, flow }: DecidedRoute, flags: RecordingFlags): Omit<RecordingQuestion, "caller"> {
  const seats = placesOfSeats(flow);
  return {
    businessJurisdictions: businessPlaces,
    ...(seats.length === 0 ? {} : { agentLocations: seats }),
    ...(flow.recorderPlace === undefined ? {} : { recordingLocation: flow.recorderPlace }),
    channel: "phone",
    direction: "inbound",
    flags: { ...flags, announcementWording: mannerOf(flow.announcement) },
    ...(policyOf(flow) === undefined ? {} : { policy: policyOf(flow) }),
  };
}

/** A flow that is not to be recorded is the owner's policy too, so that the decision says so. */
function policyOf({ recordingWanted, recordingPolicy }: CallFlow): RecordingQuestion["policy"] {
  return recordingWanted ? recordingPolicy : { offAt: "flow", ...recordingPolicy, want: "do_not_record" };
}
