import type { CallState } from "./fold-call.ts";

/** What a change of a call's state is worth telling. A call rings, is credited and is recorded by other steps. */
export type ChangeFact = "call.answered" | "call.completed" | "call.updated";

/**
 * What to tell of one change, in the order it happened. A call is told as answered at most once and as completed
 * exactly once, however its events come: what is learned of a call that is over makes it an update.
 */
export function factsOfChange(before: CallState, after: CallState): readonly ChangeFact[] {
  if (before.phase === "ended") return isTheSame(before, after) ? [] : ["call.updated"];
  const facts: ChangeFact[] = [];
  if (before.answeredAt === undefined && after.answeredAt !== undefined) facts.push("call.answered");
  // A text is due: what a program of the owner's may send where the carrier cannot.
  if (before.text?.dueAt === undefined && after.text?.dueAt !== undefined) facts.push("call.updated");
  if (after.phase === "ended") facts.push("call.completed");
  return facts;
}

/** Whether somebody who is told both learns nothing. Where the recording lies at the carrier is told to nobody. */
function isTheSame(before: CallState, after: CallState): boolean {
  const told = ({ recording: _recording, rest: _rest, ...state }: CallState) => JSON.stringify(state, sorted);
  return told(before) === told(after);
}

/** Objects by their keys: the database keeps them in an order of its own. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether what was recorded is a message somebody left: nobody picked up, and one voice is in it. */
export function isVoicemail({ answeredAt, businessEnd, recording }: CallState): boolean {
  return answeredAt === undefined && businessEnd !== "answered" && recording?.channels === 1;
}
