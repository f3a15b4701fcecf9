import type { MomentShown } from "@ringtrail/api-contract";
import { after, type Instant } from "@ringtrail/core";
import { leadingCandidate } from "@ringtrail/core/attribution";
import type { CallEvent } from "@ringtrail/core/call-flow";
import type { CallFacts, RecordingFacts, VisitStory } from "@ringtrail/core/ports";
import { showMoment } from "./show-moment.ts";

interface Happened extends Omit<MomentShown, "at"> {
  readonly at: Instant;
}

/** What happened, oldest first: the leading visit up to the ring, the call, and what became of its recording. */
export function showTimeline(
  call: CallFacts,
  story: VisitStory | undefined,
  recording: RecordingFacts | undefined,
): MomentShown[] {
  const stored: readonly Happened[] =
    recording === undefined ? [] : [{ kind: "recording_stored", at: recording.storedAt }];
  return [...beforeTheRing(call, story), ...call.events.flatMap(eventMoments), ...stored]
    .toSorted((a, b) => a.at - b.at)
    .filter(isFirstOfItsKind)
    .map((moment) => ({ ...moment, at: showMoment(moment.at) }));
}

/** Carriers tell the same in more than one webhook; a person wants to read it once. */
function isFirstOfItsKind(moment: Happened, nth: number, all: readonly Happened[]): boolean {
  return (
    all.findIndex(({ kind, end, why }) => kind === moment.kind && end === moment.end && why === moment.why) === nth
  );
}

function beforeTheRing(call: CallFacts, story: VisitStory | undefined): readonly Happened[] {
  if (story === undefined) return [];
  const shown = story.shown.find(({ number }) => number === call.number);
  const tapAgo = leadingCandidate(call.match)?.factors.find(({ name }) => name === "tel_tap")?.fact;
  return [
    { kind: "visit_began", at: story.startedAt },
    ...(shown === undefined ? [] : [{ kind: "shown", at: shown.at } as const]),
    ...(typeof tapAgo === "number" ? [{ kind: "tapped", at: after(call.rangAt, -tapAgo) } as const] : []),
  ];
}

/** Judgements of a call, and what we handed out for it, are no moments of it. */
type NoMoment = Extract<CallEvent, { readonly kind: "scored" | "spam_said" | "sound_fetched" }>;

function eventMoments(event: CallEvent): readonly Happened[] {
  return isNoMoment(event) ? [] : [eventMoment(event)];
}

function isNoMoment(event: CallEvent): event is NoMoment {
  return event.kind === "scored" || event.kind === "spam_said" || event.kind === "sound_fetched";
}

function eventMoment(event: Exclude<CallEvent, NoMoment>): Happened {
  const { kind, at } = event;
  switch (event.kind) {
    case "dial_ended":
      return { kind, at, end: event.end, ms: event.talkMs };
    case "ended":
      return { kind, at, end: event.end, ms: event.lengthMs };
    case "recording_ready":
      return { kind, at, ms: event.recording.lengthMs };
    case "recording_absent":
    case "text_failed":
      return { kind, at, why: event.why };
    default:
      return { kind, at };
  }
}
