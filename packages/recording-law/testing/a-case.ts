import type { RecordingDetail, RecordingMeans, RecordingQuestion } from "@ringtrail/core/consent";
import cases from "./cases.json" with { type: "json" };

/** One worked case: a question, the answer it must get, and why. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly question: RecordingQuestion;
  readonly minimum: RecordingMeans;
  readonly recommended: RecordingMeans;
  /** The answer where an owner takes the area code for the caller's place; undefined where it was not worked out. */
  readonly minimumIfAreaCodeTrusted: RecordingMeans | undefined;
  readonly detail: Partial<RecordingDetail> & { readonly placeOfRecording?: RecordingMeans; readonly reason?: string };
}

type Written = Omit<Case, "question" | "detail"> & {
  readonly business: readonly string[];
  readonly agent?: string;
  readonly recorder?: string;
  readonly detail?: Case["detail"];
} & Pick<RecordingQuestion, "channel" | "direction" | "caller" | "flags">;

/** The cases of `cases.json`. */
export const workedCases: readonly Case[] = (cases as readonly Written[]).map((written) => ({
  ...written,
  detail: written.detail ?? {},
  question: {
    businessJurisdictions: written.business,
    agentLocation: written.agent,
    recordingLocation: written.recorder,
    channel: written.channel,
    direction: written.direction,
    caller: written.caller,
    flags: written.flags,
  },
}));
