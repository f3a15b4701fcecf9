import type { RecordingQuestionWrong } from "./recording-question.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * Finds the first part of a question that is of another kind than its type says. Types vanish at run time and questions
 * come from JSON too: what cannot be read is named and never guessed, and nothing is thrown.
 */
export function checkShape(question: unknown): RecordingQuestionWrong | undefined {
  if (!isObject(question)) return malformed("question");
  const { businessJurisdictions: business, agentLocations = [], caller = {}, flags = {}, policy = {}, at } = question;
  const list = checkPlaces("businessJurisdictions", business) ?? checkPlaces("agentLocations", agentLocations);
  if (list !== undefined) return list;
  if (at !== undefined && !Number.isFinite(at)) return malformed("at");
  if (!isObject(caller)) return malformed("caller");
  if (!isObject(flags)) return malformed("flags");
  if (!isObject(policy)) return malformed("policy");
  const { silence = {} } = policy;
  if (!isObject(silence)) return malformed("policy.silence");
  const text =
    firstNotText(question, ["agentLocation", "recordingLocation"], "") ??
    firstNotText(caller, ["number", "declared", "geoIp", "billing"], "caller.");
  return text === undefined ? checkVisits(caller["visits"]) : malformed(text);
}

function checkPlaces(field: string, places: unknown): RecordingQuestionWrong | undefined {
  if (!Array.isArray(places)) return malformed(field);
  const stranger = places.findIndex((place) => typeof place !== "string");
  return stranger >= 0 ? malformed(`${field}[${stranger}]`) : undefined;
}

function checkVisits(visits: unknown): RecordingQuestionWrong | undefined {
  if (visits === undefined) return undefined;
  if (!Array.isArray(visits)) return malformed("caller.visits");
  for (const [nth, visit] of visits.entries()) {
    const field = `caller.visits[${nth}]`;
    if (!isObject(visit) || typeof visit["place"] !== "string") return malformed(field);
    if (!isProbability(visit["probability"])) return malformed(`${field}.probability`);
  }
  return undefined;
}

/** A visit that is credited without a number is credited all the same. */
function isProbability(value: unknown): boolean {
  return value === undefined || (typeof value === "number" && value >= 0 && value <= 1);
}

function firstNotText(object: Json, names: readonly string[], at: string): string | undefined {
  const name = names.find((one) => object[one] !== undefined && typeof object[one] !== "string");
  return name === undefined ? undefined : `${at}${name}`;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function malformed(field: string): RecordingQuestionWrong {
  return { code: "question_malformed", field };
}
