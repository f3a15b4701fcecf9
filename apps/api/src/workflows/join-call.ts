import { err, ok, type AccountId, type CallId, type Result } from "@ringtrail/core";
import type { CallEvent } from "@ringtrail/core/call-flow";
import {
  resolvePlace,
  type Jurisdiction,
  type NewcomerLacks,
  type RecordingQuestionWrong,
} from "@ringtrail/core/consent";
import type { Deps } from "../deps.ts";
import type { PauseRefused } from "./ask-pause.ts";
import { judgeNewcomer } from "./judge-newcomer.ts";
import { proveNewcomer } from "./prove-newcomer.ts";
import { steerRecording } from "./steer-recording.ts";

/** Somebody who joins a call, or who did and was told of its recording. */
export interface Joining {
  readonly account: AccountId;
  readonly call: CallId;
  /** The owner's own name for them. */
  readonly who: string;
  /** Where they are; undefined: what was said when they joined, or unknown, which counts as strict. */
  readonly place: Jurisdiction | undefined;
  readonly told: undefined | { readonly hasAgreed: boolean };
}

/** How the recording stands after somebody joined or was told. */
export interface Joined {
  readonly isPaused: boolean;
  /** What the place of whoever was told wants besides. */
  readonly newcomerLacks?: NewcomerLacks;
}

/**
 * Keeps that somebody joins or was told, and has the recording obey: nobody is recorded who was not told, or whose
 * place wants more than that. A call that does not record yet keeps it too, and rests as soon as it does.
 */
export async function joinCall(
  deps: Deps,
  joining: Joining,
): Promise<Result<Joined, PauseRefused | RecordingQuestionWrong>> {
  const { account, call, told, place } = joining;
  const facts = await deps.calls.facts(account, call);
  if (facts === undefined) return err({ code: "call_unknown" });
  if (facts.state.phase === "ended") return err({ code: "call_not_recording" });
  const known = place === undefined || deps.law === undefined ? ok(undefined) : resolvePlace(deps.law, place, "place");
  if (!known.ok) return known;
  const lacks = told === undefined ? await keepJoined(deps, joining) : await keepTold(deps, joining, facts.events);
  const { connection, carrierRef } = facts;
  const fault = await steerRecording(deps, { account, call, connection, carrierRef });
  if (fault !== undefined) return err({ code: "carrier_unreachable" });
  const after = await deps.calls.facts(account, call);
  const isPaused = after?.state.rest.isPaused ?? false;
  return ok({ isPaused, ...(lacks === undefined ? {} : { newcomerLacks: lacks }) });
}

async function keepJoined(deps: Deps, { account, call, who, place }: Joining): Promise<undefined> {
  const where = place === undefined ? {} : { place };
  await deps.calls.append(account, call, { kind: "joined", at: deps.now(), key: `joined:${who}`, who, ...where });
}

async function keepTold(
  deps: Deps,
  { account, call, who, place: said, told }: Joining,
  events: readonly CallEvent[],
): Promise<NewcomerLacks | undefined> {
  const hasAgreed = told?.hasAgreed ?? false;
  const joined = events.findLast((event) => event.kind === "joined" && event.who === who);
  const place = said ?? (joined?.kind === "joined" ? joined.place : undefined);
  const before = await deps.proofs.ofCall(account, call);
  const judged = await judgeNewcomer(deps, { account, call, place, hasAgreed }, before);
  const { lacks } = judged;
  const at = deps.now();
  // Told once more, with a yes or under another law, is another event: the first must not hide what it changes.
  const key = `told:${who}${hasAgreed ? ":agreed" : ""}${lacks === undefined ? "" : `:${lacks}`}`;
  const event = { kind: "newcomer_told", at, key, who, ...(lacks === undefined ? {} : { lacks }) } as const;
  const { isNew } = await deps.calls.append(account, call, event);
  if (isNew) await proveNewcomer(deps, { account, call, who, at, how: "reported", hasAgreed }, before, judged);
  return lacks;
}
