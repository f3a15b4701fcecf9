import type { AccountId, CallId, ConnectionId } from "@ringtrail/core";
import {
  announcementFor,
  questionWords,
  type Announcement,
  type CallEvent,
  type CallFlow,
  type Words,
} from "@ringtrail/core/call-flow";
import type { Deps } from "../deps.ts";

/** A call, and who carries it. */
export interface CarriedCall {
  readonly account: AccountId;
  readonly call: CallId;
  readonly connection: ConnectionId;
}

/**
 * A carrier goes on when it cannot have a sound, and reports the end of a notice that nobody heard. So what is told of
 * words that are a sound counts only when the carrier took that sound in this very call; else the notice was missed.
 *
 * A PBX of one's own has the files itself, and its dialplan reports what it could not play.
 */
export async function hearOnly(
  deps: Pick<Deps, "calls" | "proofs" | "carrierFor" | "snapshot">,
  carried: CarriedCall,
  flow: CallFlow,
  events: readonly CallEvent[],
): Promise<readonly CallEvent[]> {
  const isTold = events.some(({ kind }) => wordsHeard(kind) !== undefined);
  if (!isTold || !mayNeedSound(flow)) return events;
  const decided = (await deps.proofs.ofCall(carried.account, carried.call)).find(({ kind }) => kind === "decided");
  if (decided === undefined) return events;
  const notice = announcementFor(flow, decided.decision);
  const words = { notice, question: questionWords(notice) };
  const heard = { notice: await couldBeHeard(deps, carried, words.notice), question: true };
  heard.question = await couldBeHeard(deps, carried, words.question);
  return events.map((event) => {
    const told = wordsHeard(event.kind);
    return told === undefined || heard[told] ? event : { kind: "notice_missed", at: event.at, key: event.key, told };
  });
}

/** False when the words are a sound that the carrier never took in this call. */
export async function couldBeHeard(
  { calls, carrierFor, snapshot }: Pick<Deps, "calls" | "carrierFor" | "snapshot">,
  { account, call, connection }: CarriedCall,
  { sound }: Words,
): Promise<boolean> {
  const carrier = snapshot.connection(connection);
  if (sound === undefined || (carrier !== undefined && carrierFor(carrier).isOwnPbx === true)) return true;
  const facts = await calls.facts(account, call);
  return facts?.events.some((event) => event.kind === "sound_fetched" && event.sound === sound) ?? false;
}

function wordsHeard(kind: CallEvent["kind"]): "notice" | "question" | undefined {
  if (kind === "notice_ended") return "notice";
  return kind === "agreed" || kind === "declined" ? "question" : undefined;
}

/** Most flows are spoken by the carrier's voice, and cost no look-up here. */
function mayNeedSound({ announcement, placeWordings = [] }: CallFlow): boolean {
  const all: readonly Announcement[] = [announcement, ...placeWordings.map((place) => place.announcement)];
  return all.some(({ sound, question }) => (sound ?? question?.sound) !== undefined);
}
