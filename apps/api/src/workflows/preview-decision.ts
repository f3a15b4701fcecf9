import type { RecordingQuestionAsked } from "@ringtrail/api-contract";
import { err, instant, ok, parseE164, type AccountId, type Result } from "@ringtrail/core";
import {
  decideRecording,
  strictestDecision,
  type RecordingDecision,
  type RecordingQuestion,
  type RecordingQuestionWrong,
} from "@ringtrail/core/consent";
import type { Deps } from "../deps.ts";

/** Where the account handles its calls from: the places of every number that can ring, in alphabetical order. */
export function placesOfBusiness({ snapshot }: Pick<Deps, "snapshot">, account: AccountId): readonly string[] {
  const own = snapshot.routes().filter((route) => route.account === account);
  return [...new Set(own.flatMap(({ businessPlaces }) => businessPlaces))].toSorted();
}

/**
 * Decides a call that was only thought of, by the same law and the same function as a real one. Nothing is kept.
 * Without a rule set it answers what every call then gets: announce.
 */
export function previewDecision(
  deps: Pick<Deps, "law" | "snapshot">,
  account: AccountId,
  asked: RecordingQuestionAsked,
): Result<RecordingDecision, RecordingQuestionWrong> {
  const { at, businessJurisdictions = placesOfBusiness(deps, account), caller, ...rest } = asked;
  const number = readNumber(caller?.number);
  if (!number.ok) return number;
  const question: RecordingQuestion = {
    ...rest,
    at: at === undefined ? undefined : instant(Date.parse(at)),
    businessJurisdictions,
    caller: { ...caller, number: number.value },
  };
  if (deps.law !== undefined) return decideRecording(deps.law, question);
  if (businessJurisdictions.length === 0)
    return err({ code: "business_place_missing", field: "businessJurisdictions" });
  return ok(strictestDecision(question.flags));
}

/** People write numbers with gaps and brackets; the digits and the plus sign are what counts. */
function readNumber(text: string | undefined): Result<string | undefined, RecordingQuestionWrong> {
  if (text === undefined) return ok(undefined);
  const parsed = parseE164(text.trim().replaceAll(/(?<=.)[\s().-]/g, ""));
  return parsed.ok ? ok(parsed.value) : err({ code: "phone_malformed", field: "caller.number" });
}
