import { decideRecording, type RecordingDecision, type RecordingQuestion, type RuleSet } from "@ringtrail/core/consent";
import { loadRuleSet, type Loaded } from "../src/index.ts";

/** The value of an outcome a test needs to be good. */
export function mustLoad<Value>(loaded: Loaded<Value>): Value {
  if (!loaded.ok) throw new Error(`refused: ${JSON.stringify(loaded.reason)}`);
  return loaded.value;
}

/** The law as it ships. */
export const rules = mustLoad(await loadRuleSet()) satisfies RuleSet;

/** Decides by the shipped law; a question that is wrong fails the test. */
export function decide(question: RecordingQuestion): RecordingDecision {
  const decided = decideRecording(rules, question);
  if (!decided.ok) throw new Error(`not decided: ${JSON.stringify(decided.reason)}`);
  return decided.value;
}
