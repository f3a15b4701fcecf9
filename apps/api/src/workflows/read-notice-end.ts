import type { Instant } from "@ringtrail/core";
import type { Proof } from "@ringtrail/core/ports";
import {
  announcementFor,
  questionWords,
  type CallEvent,
  type CallFlow,
  type NoticeAnswer,
  type Words,
} from "@ringtrail/core/call-flow";
import type { ProofFacts, ProofKind, RecordingDecision, RecordingFlags } from "@ringtrail/core/consent";

/** How the notice or the question ended, as the plan, the law and the proof each want to hear it. */
export interface NoticeEnd {
  readonly answer: NoticeAnswer;
  readonly proof: Extract<ProofKind, "heard" | "agreed" | "declined" | "refused" | "unrecorded">;
  readonly flags: RecordingFlags;
  readonly facts: ProofFacts;
  /** When the words began, where the carrier says so. */
  readonly startedAt: Instant | undefined;
  readonly words: (flow: CallFlow, decision: RecordingDecision) => Words;
}

/** Reads the caller's answer; undefined when the caller hung up: then it was neither heard to its end nor answered. */
export function readNoticeEnd(events: readonly CallEvent[]): NoticeEnd | undefined {
  const ends = events.map(endOf).filter((end) => end !== undefined);
  return ends.find(({ answer }) => answer === "refused") ?? ends[0];
}

function endOf(event: CallEvent): NoticeEnd | undefined {
  const caller = { party: "caller", finishedAt: event.at } as const;
  const notice = { startedAt: undefined, words: announcementFor };
  const question = { startedAt: undefined, words: askedWords };
  switch (event.kind) {
    case "notice_ended":
      return {
        ...notice,
        startedAt: event.startedAt,
        answer: "heard",
        proof: "heard",
        flags: { announcementPlayed: true },
        facts: { ...caller, told: "notice" },
      };
    case "refused":
      return {
        ...notice,
        answer: "refused",
        proof: "refused",
        flags: { refused: true },
        facts: { ...caller, told: "notice", answer: { how: "key" } },
      };
    case "agreed":
      return {
        ...question,
        answer: "agreed",
        proof: "agreed",
        flags: { activeConsent: true, announcementPlayed: true },
        facts: { ...caller, told: "question", answer: { how: event.how, heard: event.heard } },
      };
    case "declined":
      return {
        ...question,
        answer: "refused",
        proof: "declined",
        // Silence is no refusal, and no yes either: what that means is the law's to say.
        flags: { activeConsent: event.how === "silence" ? null : false, announcementPlayed: true },
        facts: { ...caller, told: "question", answer: { how: event.how } },
      };
    case "notice_missed": {
      const isQuestion = event.told === "question";
      return {
        ...(isQuestion ? question : notice),
        answer: "refused",
        proof: "unrecorded",
        flags: { announcementFailed: true, ...(isQuestion ? { activeConsent: null } : {}) },
        facts: { party: "caller", told: event.told },
      };
    }
    default:
      return undefined;
  }
}

function askedWords(flow: CallFlow, decision: RecordingDecision): Words {
  return questionWords(announcementFor(flow, decision));
}

/** A no lasts: when the carrier tells the same moment again without the key, it stays one. */
export function lasting(before: readonly Proof[], told: NoticeEnd): NoticeEnd {
  const saidNo = before.find(({ kind }) => kind === "refused" || kind === "declined");
  return saidNo === undefined || told.answer === "refused" ? told : { ...told, ...noAgain };
}

const noAgain = { answer: "refused", proof: "refused", flags: { refused: true } } as const;
