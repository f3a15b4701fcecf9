import type { RecordingQuestionAsked } from "@ringtrail/api-contract";

/** The flags a person can tick. */
export const tickedFlags = [
  "hipaa",
  "baa",
  "cardDataSegment",
  "refused",
  "announcementFailed",
  "continuousRecording",
  "monitoringOnly",
  "transcriptionOnly",
  "voiceprint",
  "childDirected",
] as const;

/** One of them. */
export type TickedFlag = (typeof tickedFlags)[number];

type Asked = RecordingQuestionAsked;
type Flags = NonNullable<Asked["flags"]>;

/** A call somebody thinks of, as the form holds it: every field as it was typed, empty where nothing is known. */
export interface CallThought {
  readonly number: string;
  readonly lineType: "" | NonNullable<NonNullable<Asked["caller"]>["lineType"]>;
  readonly declared: string;
  readonly agent: string;
  readonly recorder: string;
  readonly newcomer: string;
  readonly channel: NonNullable<Asked["channel"]>;
  readonly direction: NonNullable<Asked["direction"]>;
  readonly purpose: "" | NonNullable<Flags["purpose"]>;
  readonly yes: "" | "given" | "refused";
  /** `2026-11-24`; empty for the rule set as it stands. */
  readonly day: string;
  readonly ticked: readonly TickedFlag[];
}

/** A call of which nothing is known. */
export const unknownCall: CallThought = {
  number: "",
  lineType: "",
  declared: "",
  agent: "",
  recorder: "",
  newcomer: "",
  channel: "phone",
  direction: "inbound",
  purpose: "",
  yes: "",
  day: "",
  ticked: [],
};

/** The question to the API. What is empty is left out: not known. */
export function questionOf(thought: CallThought, business: readonly string[] | undefined): RecordingQuestionAsked {
  const { number, lineType, declared, agent, recorder, newcomer, channel, direction, purpose, yes, day } = thought;
  const given = <Value extends string>(value: Value | ""): Value | undefined =>
    value.trim() === "" ? undefined : (value as Value);
  return {
    at: day === "" ? undefined : `${day}T12:00:00Z`,
    businessJurisdictions: business === undefined ? undefined : [...business],
    agentLocation: given(agent),
    recordingLocation: given(recorder),
    channel,
    direction,
    caller: { number: given(number), lineType: given(lineType), declared: given(declared) },
    flags: {
      ...Object.fromEntries(thought.ticked.map((flag) => [flag, true])),
      purpose: given(purpose),
      thirdPartyJoined: given(newcomer),
      activeConsent: yes === "" ? undefined : yes === "given",
    },
  };
}

/** The form's field for the field a problem names; undefined for one the form does not show. */
export function fieldOf(named: string | undefined): keyof CallThought | undefined {
  return named === undefined ? undefined : fields[named];
}

const fields: Readonly<Record<string, keyof CallThought>> = {
  at: "day",
  agentLocation: "agent",
  recordingLocation: "recorder",
  "caller.number": "number",
  "caller.declared": "declared",
  "caller.lineType": "lineType",
  "flags.thirdPartyJoined": "newcomer",
  "flags.purpose": "purpose",
};
