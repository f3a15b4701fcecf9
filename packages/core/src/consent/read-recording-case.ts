import { err, ok, type Result } from "../result.ts";
import type { Instant } from "../time.ts";
import { recordingFlagNames } from "./check-question.ts";
import type { RecordingQuestion, RecordingQuestionWrong } from "./recording-question.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a question in the words of a case file: `business_jurisdictions`, `agent_location`, `recording_location`,
 * `channel`, `direction`, `caller` and `flags`, in snake case, null for unknown. Other fields are ignored; an unknown
 * flag is an error that names it. Values are checked by `decideRecording`, whose errors `inCaseWords` renames.
 */
export function readRecordingCase(
  json: unknown,
  at: Instant | undefined,
): Result<RecordingQuestion, RecordingQuestionWrong> {
  if (!isObject(json)) return malformed("");
  const { business_jurisdictions: business, caller = {}, flags = {}, policy } = json;
  if (!isPlaceList(business)) return malformed("business_jurisdictions");
  if (!isObject(caller)) return malformed("caller");
  if (!isObject(flags)) return malformed("flags");
  const wrongText = firstNotText(json, ["agent_location", "recording_location"]) ?? firstWrongInCaller(caller);
  if (wrongText !== undefined) return malformed(wrongText);
  const unknownFlag = Object.keys(flags).find((name) => !isFlagName(name));
  if (unknownFlag !== undefined) return err(flagUnknown(unknownFlag));
  const question = {
    at,
    businessJurisdictions: business,
    agentLocation: json["agent_location"] ?? undefined,
    recordingLocation: json["recording_location"] ?? undefined,
    channel: json["channel"] ?? undefined,
    direction: json["direction"] ?? undefined,
    caller: inCamelCase(caller),
    flags: inCamelCase(flags),
    policy: isObject(policy) ? inCamelCase(policy) : undefined,
  };
  return ok(question as RecordingQuestion);
}

/** The same error with its field named as a case file names it; a flag nobody knows keeps the name it was given. */
export function inCaseWords(wrong: RecordingQuestionWrong): RecordingQuestionWrong {
  if (wrong.code === "flag_unknown") return wrong;
  return { ...wrong, field: wrong.field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) };
}

function malformed(field: string): { readonly ok: false; readonly reason: RecordingQuestionWrong } {
  return err({ code: "question_malformed", field });
}

function flagUnknown(name: string): RecordingQuestionWrong {
  return { code: "flag_unknown", field: `flags.${name.slice(0, 64)}`, given: name.slice(0, 64) };
}

function firstNotText(object: Json, names: readonly string[]): string | undefined {
  return names.find((name) => typeof (object[name] ?? "") !== "string");
}

function firstWrongInCaller(caller: Json): string | undefined {
  const name = firstNotText(caller, ["number", "declared", "geo_ip", "billing"]);
  if (name !== undefined) return `caller.${name}`;
  const visits = caller["visits"] ?? [];
  const isVisit = (visit: unknown) => isObject(visit) && typeof visit["place"] === "string";
  return Array.isArray(visits) && visits.every(isVisit) ? undefined : "caller.visits";
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPlaceList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((place) => typeof place === "string");
}

const camel = (name: string) => name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** `beep_15s` is a value, never a name, so every underscore in a name stands before a new word. */
function isFlagName(name: string): boolean {
  return !/[A-Z]/.test(name) && recordingFlagNames.includes(camel(name));
}

/** Null is "not known", except where it is an answer of its own: asked and not answered. */
function inCamelCase(object: Json): Json {
  const entries = Object.entries(object).filter(([name, value]) => value !== null || name === "active_consent");
  return Object.fromEntries(entries.map(([name, value]) => [camel(name), value]));
}
