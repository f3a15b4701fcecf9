import { recordingMeans } from "./recording-means.ts";
import type { RecordingFlags, RecordingQuestion, RecordingQuestionWrong } from "./recording-question.ts";
import type { RuleSet } from "./recording-rule-set.ts";

type Kind = "yes_or_no" | "answer" | "place" | "days" | readonly string[];

/** Every flag there is and what it may say. */
const flagKinds: Readonly<Record<keyof RecordingFlags, Kind>> = {
  refused: "yes_or_no",
  announcementPlayed: "yes_or_no",
  announcementFailed: "yes_or_no",
  announcementRecorded: "yes_or_no",
  announcementWording: ["is", "may_be"],
  activeConsent: "answer",
  method: ["voice", "beep_15s", "beep_only"],
  thirdPartyJoined: "place",
  thirdPartyTold: "yes_or_no",
  monitoringOnly: "yes_or_no",
  transcriptionOnly: "yes_or_no",
  participantConsent: "yes_or_no",
  purpose: ["quality", "training", "documentation", "orders", "support", "criminal"],
  retentionDays: "days",
  continuousRecording: "yes_or_no",
  documentedNeed: "yes_or_no",
  sensitiveData: ["health"],
  hipaa: "yes_or_no",
  baa: "yes_or_no",
  cardDataSegment: "yes_or_no",
  childDirected: "yes_or_no",
  parentalConsent: "yes_or_no",
  voiceprint: "yes_or_no",
  writtenRelease: "yes_or_no",
};

/** The flags by name, for readers of other spellings. */
export const recordingFlagNames: readonly string[] = Object.keys(flagKinds);

const lineTypes = ["landline", "mobile", "voip", "toll_free", "unknown"];

/** Finds the first thing wrong with a question, places and numbers apart. Types vanish; questions come from JSON too. */
export function checkQuestion(rules: RuleSet, question: RecordingQuestion): RecordingQuestionWrong | undefined {
  const { at, businessJurisdictions, channel, direction, caller, policy } = question;
  if (businessJurisdictions.length === 0) return { code: "business_place_missing", field: "businessJurisdictions" };
  if (at !== undefined && at < rules.fromMs) return { code: "date_before_rule_set", field: "at", asOf: rules.asOf };
  return (
    oneOf("channel", channel, ["phone", "video", "web_call"]) ??
    oneOf("direction", direction, ["inbound", "outbound"]) ??
    oneOf("caller.lineType", caller?.lineType, lineTypes) ??
    oneOf("policy.want", policy?.want, recordingMeans) ??
    checkSilence(question) ??
    checkFlags(question.flags ?? {})
  );
}

/** Silence is lawful in places and never a default: somebody answers for it. */
function checkSilence({ policy }: RecordingQuestion): RecordingQuestionWrong | undefined {
  if (policy?.want !== "silent") return undefined;
  const { reason, author } = policy.silence ?? {};
  return isSaid(reason) && isSaid(author) ? undefined : { code: "silence_unjustified", field: "policy.silence" };
}

function isSaid(text: unknown): boolean {
  return typeof text === "string" && text.trim() !== "";
}

function checkFlags(flags: RecordingFlags): RecordingQuestionWrong | undefined {
  for (const [name, value] of Object.entries(flags)) {
    const field = `flags.${name.slice(0, 64)}`;
    if (!isFlag(name)) return { code: "flag_unknown", field, given: name.slice(0, 64) };
    const wrong = value === undefined ? undefined : checkFlag(field, value, flagKinds[name]);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function isFlag(name: string): name is keyof RecordingFlags {
  return Object.hasOwn(flagKinds, name);
}

function checkFlag(field: string, value: unknown, kind: Kind): RecordingQuestionWrong | undefined {
  if (typeof kind !== "string") return oneOf(field, value, kind);
  if (kind === "yes_or_no") return oneOf(field, value, [true, false]);
  if (kind === "answer") return oneOf(field, value, [true, false, null]);
  if (kind === "days") return isDays(value) ? undefined : notAllowed(field, value, ["a number of days, 0 or more"]);
  return typeof value === "string" ? undefined : notAllowed(field, value, ["an ISO 3166 code"]);
}

function isDays(value: unknown): boolean {
  return typeof value === "number" && value >= 0;
}

function oneOf(
  field: string,
  value: unknown,
  allowed: readonly (string | boolean | null)[],
): RecordingQuestionWrong | undefined {
  if (value === undefined || allowed.some((one) => one === value)) return undefined;
  return notAllowed(field, value, allowed.map(String));
}

function notAllowed(field: string, value: unknown, allowed: readonly string[]): RecordingQuestionWrong {
  const given = typeof value === "object" && value !== null ? "an object" : String(value).slice(0, 64);
  return { code: "value_unknown", field, given, allowed };
}
