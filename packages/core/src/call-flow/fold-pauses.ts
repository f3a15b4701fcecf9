import type { Instant } from "../time.ts";
import { wishOfKeys } from "./agent-keys.ts";
import type { CallEvent, PauseWhy } from "./call-event.ts";

/** A stretch of a call in which nothing was recorded; `to` is undefined while it lasts. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | undefined;
}

/** What is known of a recording's rests. */
export interface Rest {
  /** Why the recording must rest now. */
  readonly wanted: readonly PauseWhy[];
  /** What the carrier has confirmed. */
  readonly isPaused: boolean;
  readonly pauses: readonly Pause[];
}

/** A recording nobody wants to rest. */
export const noRest: Rest = { wanted: [], isPaused: false, pauses: [] };

/**
 * Adds up who asked for a rest, who joined, and what the carrier confirmed. Later instants count over earlier ones, so
 * the order in which the events were told does not matter; of one instant, the rest counts over going on. Whoever was
 * told and whose place wants more than that is not recorded either.
 */
export function foldPauses(events: readonly CallEvent[]): Rest {
  const untold = new Set(events.flatMap((event) => (event.kind === "joined" ? [event.who] : [])));
  for (const event of events) {
    if (event.kind === "newcomer_told" && event.lacks === undefined) untold.delete(event.who);
  }
  const isCard = isLast(events, wants("pause"), wants("resume"));
  const pauses = confirmed(events);
  return {
    wanted: [...(isCard ? (["card_data"] as const) : []), ...(untold.size > 0 ? (["newcomer"] as const) : [])],
    isPaused: isLast(events, is("recording_paused"), is("recording_resumed")),
    pauses,
  };
}

type Which = (event: CallEvent) => boolean;

const is =
  (kind: CallEvent["kind"]): Which =>
  (event) =>
    event.kind === kind;

/** A wish for the recording, by whichever way it came: the API or the keypad of whoever answered. */
function wants(wish: "pause" | "resume"): Which {
  const asked = is(wish === "pause" ? "pause_asked" : "resume_asked");
  return (event) => asked(event) || (event.kind === "agent_pressed" && wishOfKeys(event.keys) === wish);
}

/** True when the latest of both is `on`. */
function isLast(events: readonly CallEvent[], on: Which, off: Which): boolean {
  return latest(events, on) >= latest(events, off) && latest(events, on) > Number.NEGATIVE_INFINITY;
}

function latest(events: readonly CallEvent[], which: Which): number {
  return events.reduce((last, event) => (which(event) ? Math.max(last, event.at) : last), Number.NEGATIVE_INFINITY);
}

function confirmed(events: readonly CallEvent[]): readonly Pause[] {
  const stops = events
    .filter(({ kind }) => kind === "recording_paused" || kind === "recording_resumed")
    // Of one instant, going on comes first: what ends at that instant ends, and what begins then begins.
    .toSorted((a, b) => a.at - b.at || (a.kind === b.kind ? 0 : a.kind === "recording_resumed" ? -1 : 1));
  const pauses: Pause[] = [];
  for (const { kind, at } of stops) {
    const open = pauses.at(-1);
    const isOpen = open !== undefined && open.to === undefined;
    if (kind === "recording_paused" && !isOpen) pauses.push({ from: at, to: undefined });
    if (kind === "recording_resumed" && isOpen) pauses[pauses.length - 1] = { from: open.from, to: at };
  }
  return pauses;
}
