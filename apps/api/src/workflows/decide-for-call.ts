import { Phi, type E164 } from "@ringtrail/core";
import { mannerOf, type CallFlow } from "@ringtrail/core/call-flow";
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

/** What a decision needs of the number that rings. */
export type DecidedRoute = Pick<NumberRoute, "businessPlaces" | "flow">;

/**
 * Asks the core whether this call may be recorded. Without a rule set, or when the question cannot be decided, the
 * strictest answer that needs no law counts: announce.
 */
export function decideForCall(
  law: RuleSet | undefined,
  route: DecidedRoute,
  caller: Phi<E164> | undefined,
  flags: RecordingFlags = {},
): RecordingDecision {
  if (law === undefined) return strictestDecision(flags);
  const question = questionOf(route, flags);
  const ask = (number: E164 | undefined) => decideRecording(law, { ...question, caller: { number } });
  // The law is about the caller's place; the decision that comes back does not repeat the number.
  const asked = ask(caller && Phi.reveal(caller, "care-store"));
  const decided = !asked.ok && asked.reason.code === "phone_malformed" ? ask(undefined) : asked;
  return decided.ok ? decided.value : strictestDecision(flags);
}

/** What the decision looks at, as a proof keeps it: everything but the caller's number itself. */
export function inputsOf(
  route: DecidedRoute,
  caller: Phi<E164> | undefined,
  flags: RecordingFlags = {},
): NonNullable<ProofFacts["inputs"]> {
  return { ...questionOf(route, flags), callerNumber: caller === undefined ? "withheld" : "given" };
}

function questionOf({ businessPlaces, flow }: DecidedRoute, flags: RecordingFlags): Omit<RecordingQuestion, "caller"> {
  return {
    businessJurisdictions: businessPlaces,
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
