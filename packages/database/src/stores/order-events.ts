import type { CallEvent } from "@ringtrail/core/call-flow";

/** The order in which things happen in a call. */
const course: readonly CallEvent["kind"][] = [
  "rang",
  "scored",
  "chose",
  "notice_ended",
  "agreed",
  "declined",
  "refused",
  "dialled",
  "answered",
  "business_told",
  "recording_started",
  "joined",
  "newcomer_told",
  "pause_asked",
  "agent_pressed",
  "recording_paused",
  "resume_asked",
  "recording_resumed",
  "dial_ended",
  "text_due",
  "texted",
  "text_failed",
  "ended",
  "recording_ready",
  "recording_absent",
  "spam_said",
];

/**
 * Events by their instants, oldest first. Carriers tell whole seconds and send callbacks at once, so events of one
 * instant stand in the order a call takes, not in the order they happened to arrive.
 */
export function orderEvents(events: readonly CallEvent[]): readonly CallEvent[] {
  return events.toSorted((a, b) => a.at - b.at || course.indexOf(a.kind) - course.indexOf(b.kind));
}
