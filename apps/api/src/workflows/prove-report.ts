import type { AccountId, CallId, ConnectionId, Instant } from "@ringtrail/core";
import { announcementFor, shortWords, chooseCourse, type CallEvent, type CallState } from "@ringtrail/core/call-flow";
import type { NumberRoute, Proof } from "@ringtrail/core/ports";
import { placesDecided } from "../call-context/caller-places.ts";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { decideForCall } from "./decide-for-call.ts";
import { couldBeHeard } from "./hear-only.ts";
import { proofOf, type ProofOf } from "./write-proof.ts";

/** A report whose events were kept, and the call they are of. */
export interface ProvedReport {
  readonly account: AccountId;
  readonly call: CallId;
  readonly route: NumberRoute;
  readonly report: CarrierReport;
  /** The call after the report. */
  readonly state: CallState;
  readonly connection: ConnectionId;
}

/**
 * Writes down what a carrier's report proves of the recording: that it began, that the notice was heard again inside
 * it, that whoever answered was told; and of a call that ended without its notice being proved, that it was not
 * recorded and why. Words that were a sound the carrier never took are no proof of anything. Every proof has its own
 * key, so that a repeated report adds nothing.
 */
export async function proveReport(deps: Deps, proved: ProvedReport, at: Instant): Promise<void> {
  const { account, report } = proved;
  const before = await deps.proofs.ofCall(account, proved.call);
  const allowed = before.find(({ kind }) => kind === "recording_allowed");
  const found = [
    ...(allowed === undefined ? [] : ofRecording(proved, allowed)),
    ...(allowed === undefined ? [] : report.events.flatMap((event) => ofWhisper(proved, allowed, event))),
    ...(allowed === undefined ? [] : ofWhisperEnd(proved, allowed)),
    ...(allowed === undefined ? [] : ofConnected(proved, allowed, before)),
    ...(allowed === undefined && proved.state.phase === "ended" ? ofLostNotice(deps, proved, before, at) : []),
  ];
  for (const proof of found) {
    const isHeard = proof.words === undefined || (await couldBeHeard(deps, proved, proof.words));
    if (isHeard) await deps.proofs.append(account, proofOf(proof));
  }
}

function ofRecording({ call, route, state }: ProvedReport, { decision }: Proof): readonly ProofOf[] {
  const { recordingStartedAt: startedAt } = state;
  if (startedAt === undefined) return [];
  const about = { call, decision, flow: route.flow };
  const started: ProofOf = { ...about, kind: "recording_started", at: startedAt, facts: { startedAt } };
  // The business is dialled by the verb after the words, so that it rang proves that they were said to their end.
  const finishedAt = state.dialledAt ?? state.answeredAt;
  const isInside = decision.detail.announcementMustBeRecorded && finishedAt !== undefined;
  if (!isInside) return [started];
  const facts = { party: "caller", told: "repeat", startedAt, finishedAt } as const;
  const words = shortWords(announcementFor(route.flow, decision));
  return [started, { ...about, kind: "repeated", at: finishedAt, words, facts }];
}

function ofWhisper({ call, route }: ProvedReport, { decision }: Proof, event: CallEvent): readonly ProofOf[] {
  if (event.kind !== "business_told") return [];
  const { at, key, endedAt } = event;
  const words = shortWords(announcementFor(route.flow, decision));
  const ended = endedAt === undefined ? {} : { finishedAt: endedAt };
  const facts = { party: "business", told: "whisper", startedAt: at, ...ended } as const;
  return [{ call, kind: "told", key, at, decision, flow: route.flow, words, facts }];
}

/**
 * Where the carrier does not say when the whisper ended, the recording's beginning says it: the two are connected after
 * the last word of it and recorded only from then on. A recording that ran before says nothing.
 */
function ofWhisperEnd({ call, route, state }: ProvedReport, { decision }: Proof): readonly ProofOf[] {
  const { businessToldAt: startedAt, businessToldEndedAt, recordingStartedAt: finishedAt } = state;
  const isKnown = businessToldEndedAt !== undefined || decision.detail.announcementMustBeRecorded;
  if (startedAt === undefined || finishedAt === undefined || isKnown || finishedAt < startedAt) return [];
  const words = shortWords(announcementFor(route.flow, decision));
  const facts = { party: "business", told: "whisper", startedAt, finishedAt } as const;
  return [{ call, kind: "told", key: "whisper-ended", at: finishedAt, decision, flow: route.flow, words, facts }];
}

/**
 * Where the recording ran before the whisper, its end is proved by the carrier's word that the leg which was told was
 * connected: that comes after the last word. No request stands between whisper and talk that could fail and end the leg.
 */
function ofConnected(
  { call, route, report, state }: ProvedReport,
  { decision }: Proof,
  before: readonly Proof[],
): readonly ProofOf[] {
  const { connected, businessToldEndedAt } = state;
  const isKnown = businessToldEndedAt !== undefined || !decision.detail.announcementMustBeRecorded;
  if (connected === undefined || isKnown) return [];
  const { leg, by: at } = connected;
  const toldNow = report.events.find(({ kind, key }) => kind === "business_told" && key === leg);
  const toldBefore = before.find(({ kind, key, facts }) => kind === "told" && key === leg && facts?.told === "whisper");
  const startedAt = toldNow?.at ?? toldBefore?.facts?.startedAt;
  if (startedAt === undefined || at < startedAt) return [];
  const words = shortWords(announcementFor(route.flow, decision));
  const facts = { party: "business", told: "whisper", startedAt, finishedBy: at } as const;
  return [{ call, kind: "told", key: "whisper-ended", at, decision, flow: route.flow, words, facts }];
}

/** The caller hung up during the notice, or its callback never reached us: either way nothing was recorded. */
function ofLostNotice(
  { law }: Deps,
  { call, route, report }: ProvedReport,
  before: readonly Proof[],
  at: Instant,
): readonly ProofOf[] {
  const decided = before.find(({ kind }) => kind === "decided");
  const course = decided && chooseCourse(route.flow, decided.decision);
  const isAnswered = before.some(({ kind }) => ["heard", "agreed", "declined", "refused"].includes(kind));
  if (decided === undefined || !course?.record || course.first === "nothing" || isAnswered) return [];
  const failed = course.first === "question" ? { activeConsent: null } : {};
  const known = { number: report.caller, places: placesDecided(decided.decision) };
  const decision = decideForCall(law, route, known, { announcementFailed: true, ...failed });
  const facts = { party: "caller", told: course.first, startedAt: decided.at } as const;
  return [{ call, kind: "unrecorded", at, decision, flow: route.flow, facts }];
}
