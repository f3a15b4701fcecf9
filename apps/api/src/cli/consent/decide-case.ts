import { sayQuestionWrong } from "@ringtrail/api-contract";
import { err, instant, ok, type Instant, type Result } from "@ringtrail/core";
import {
  decideRecording,
  inCaseWords,
  readRecordingCase,
  type RecordingDecision,
  type RecordingQuestionWrong,
  type RuleSet,
} from "@ringtrail/core/consent";

/** A line of `consent decide`: the answer to one case, or what is wrong with it. */
export type DecidedLine =
  | ({ readonly id: string | number | null } & Pick<
      RecordingDecision,
      "minimum" | "recommended" | "governing" | "citations" | "ruleSet"
    >)
  | { readonly id: string | number | null; readonly error: CaseError };

/** What is wrong with a case: the permanent code, the field, and what to do. The number itself is never repeated. */
export type CaseError = RecordingQuestionWrong & { readonly title: string; readonly fix: string };

/** Decides one case in the words of a case file. */
export function decideCase(rules: RuleSet, written: unknown): DecidedLine {
  const id = idOf(written);
  const decided = decideWritten(rules, written);
  if (!decided.ok) return { id, error: { ...decided.reason, ...sayQuestionWrong(decided.reason) } };
  const { minimum, recommended, governing, citations, ruleSet } = decided.value;
  return { id, minimum, recommended, governing, citations, ruleSet };
}

/** Decides a question in the words of a case file; an error names its field in those words too. */
export function decideWritten(rules: RuleSet, written: unknown): Result<RecordingDecision, RecordingQuestionWrong> {
  const at = readInstant(written);
  if (!at.ok) return at;
  const question = readRecordingCase(written, at.value);
  const decided = question.ok ? decideRecording(rules, question.value) : question;
  return decided.ok ? decided : err(inCaseWords(decided.reason));
}

/** `at`: an ISO 8601 day or moment; absent asks what the law says as it stands. */
function readInstant(written: unknown): Result<Instant | undefined, RecordingQuestionWrong> {
  const text = typeof written === "object" && written !== null && "at" in written ? written.at : undefined;
  if (text === undefined || text === null) return ok(undefined);
  const isDate = typeof text === "string" && /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text);
  const ms = isDate ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? err({ code: "question_malformed", field: "at" }) : ok(instant(ms));
}

function idOf(written: unknown): string | number | null {
  const id = typeof written === "object" && written !== null && "id" in written ? written.id : null;
  return typeof id === "string" || typeof id === "number" ? id : null;
}
