import { err, ok, type Milliseconds, type Result } from "@ringtrail/core";

/** What the people on a fake call do, and what goes wrong on the way. */
export interface CallScript {
  /** A number in E.164, or `anonymous` for a caller who withholds it. */
  readonly from: string;
  /** One of the numbers of the exchange. */
  readonly to: string;
  readonly name: string | undefined;
  /** STIR/SHAKEN as Twilio words it: `TN-Validation-Passed-A`. */
  readonly verstat: string | undefined;
  /** What the business's phone does. */
  readonly answer: PhoneAnswer;
  /** What single phones do instead, by their numbers. */
  readonly phones: Readonly<Record<string, PhoneAnswer>>;
  /** How long the business's phone rings before somebody answers. Default 3. */
  readonly ringSeconds: number;
  /** How long both talk. Default 30. */
  readonly talkSeconds: number;
  /** Who ends the talk. Default the caller. */
  readonly hungUpBy: "caller" | "business";
  /** The caller hangs up in the middle of this. */
  readonly hangupDuring: "notice" | "ringing" | "whisper" | "talk" | undefined;
  /** What the caller does in each Gather, in order; undefined stays silent, and so does everything after the last. */
  readonly answers: readonly (GatherAnswer | undefined)[];
  readonly faults: CallFaults;
}

const phoneAnswers = ["answered", "busy", "no-answer", "failed"] as const;

/** What a phone does when it is rung. */
export type PhoneAnswer = (typeof phoneAnswers)[number];

/** Keys that are pressed or words that are said, this long after a Gather began. */
export interface GatherAnswer {
  readonly keys: string;
  readonly says: string;
  readonly afterMs: Milliseconds;
}

/** What the carrier does wrong with its reports. */
export interface CallFaults {
  /** Every report is sent twice. */
  readonly duplicate: boolean;
  /** Reports wait for the end of the call and then come last first. */
  readonly reorder: boolean;
  /** Reports of these kinds never come. */
  readonly dropCallbacks: readonly ("status" | "recording")[];
  /** Recordings break and nothing is kept of them; the calls go on. */
  readonly recordingFails: boolean;
}

/** The request to place a call cannot be read. `field` says where. */
export interface ScriptMalformed {
  readonly code: "script_malformed";
  readonly field: string;
}

type Given = Readonly<Record<string, unknown>>;

/** Reads the body of `POST /fake/calls`. */
export function readScript(body: unknown): Result<CallScript, ScriptMalformed> {
  if (!isGiven(body)) return malformed("");
  const answers = readAnswers(body);
  const faults = isGiven(body["faults"]) ? body["faults"] : {};
  const [from, to] = [body["from"], body["to"]];
  if (!isPhone(from) && from !== "anonymous") return malformed("from");
  if (!isPhone(to)) return malformed("to");
  if (answers === undefined) return malformed("digits");
  for (const field of ["talkSeconds", "ringSeconds"]) if (!isSeconds(body[field])) return malformed(field);
  return ok({
    from,
    to,
    name: typeof body["name"] === "string" ? body["name"] : undefined,
    verstat: typeof body["verstat"] === "string" ? body["verstat"] : undefined,
    answer: oneOf(phoneAnswers, body["answer"]) ?? "answered",
    phones: readPhones(body["phones"]),
    ringSeconds: Number(body["ringSeconds"] ?? 3),
    talkSeconds: Number(body["talkSeconds"] ?? 30),
    hungUpBy: oneOf(["caller", "business"] as const, body["hungUpBy"]) ?? "caller",
    hangupDuring: oneOf(["notice", "ringing", "whisper", "talk"] as const, body["hangupDuring"]),
    answers,
    faults: {
      duplicate: faults["duplicate"] === true,
      reorder: faults["reorder"] === true,
      dropCallbacks: (["status", "recording"] as const).filter((kind) => list(faults["dropCallbacks"]).includes(kind)),
      recordingFails: faults["recordingFails"] === true,
    },
  });
}

/** `digits` speaks of the first Gather alone, `answers` of each in turn. Undefined when either cannot be read. */
function readAnswers(body: Given): CallScript["answers"] | undefined {
  const told = body["answers"] === undefined ? [body["digits"]] : list(body["answers"]);
  const read = told.map((one) => (isGiven(one) ? readAnswer(one) : undefined));
  return told.every((one, nth) => !isGiven(one) || read[nth] !== undefined) ? read : undefined;
}

function readAnswer(one: Given): GatherAnswer | undefined {
  const says = typeof one["says"] === "string" ? one["says"] : "";
  const keys = one["keys"] ?? (says === "" ? "9" : "");
  const ms = one["afterNoticeMs"];
  if (typeof keys !== "string" || !/^[0-9*#]{0,20}$/.test(keys) || (keys === "" && says === "")) return undefined;
  return { keys, says, afterMs: typeof ms === "number" && ms >= 0 ? ms : 1_000 };
}

function readPhones(told: unknown): CallScript["phones"] {
  const phones = Object.entries(isGiven(told) ? told : {});
  return Object.fromEntries(phones.map(([phone, answer]) => [phone, oneOf(phoneAnswers, answer) ?? "answered"]));
}

function oneOf<Word extends string>(words: readonly Word[], given: unknown): Word | undefined {
  return words.find((word) => word === given);
}

function isSeconds(value: unknown): boolean {
  return value === undefined || (typeof value === "number" && value >= 0 && value <= 14_400);
}

function isPhone(value: unknown): value is string {
  return typeof value === "string" && /^\+[1-9]\d{6,14}$/.test(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isGiven(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function malformed(field: string): Result<never, ScriptMalformed> {
  return err({ code: "script_malformed", field });
}
