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
  readonly answer: "answered" | "busy" | "no-answer" | "failed";
  /** How long the business's phone rings before somebody answers. Default 3. */
  readonly ringSeconds: number;
  /** How long both talk. Default 30. */
  readonly talkSeconds: number;
  /** Who ends the talk. Default the caller. */
  readonly hungUpBy: "caller" | "business";
  /** The caller hangs up in the middle of this. */
  readonly hangupDuring: "notice" | "ringing" | "talk" | undefined;
  /** Keys pressed once, this long after the first Gather began. */
  readonly digits: { readonly keys: string; readonly afterNoticeMs: Milliseconds } | undefined;
  readonly faults: CallFaults;
}

/** What the carrier does wrong with its reports. */
export interface CallFaults {
  /** Every report is sent twice. */
  readonly duplicate: boolean;
  /** Reports wait for the end of the call and then come last first. */
  readonly reorder: boolean;
  /** Reports of these kinds never come. */
  readonly dropCallbacks: readonly ("status" | "recording")[];
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
  const digits = body["digits"];
  const faults = isGiven(body["faults"]) ? body["faults"] : {};
  const keys = isGiven(digits) ? (digits["keys"] ?? "9") : undefined;
  const [from, to] = [body["from"], body["to"]];
  if (!isPhone(from) && from !== "anonymous") return malformed("from");
  if (!isPhone(to)) return malformed("to");
  if (keys !== undefined && !(typeof keys === "string" && /^[0-9*#]{1,20}$/.test(keys))) return malformed("digits");
  for (const field of ["talkSeconds", "ringSeconds"]) if (!isSeconds(body[field])) return malformed(field);
  return ok({
    from,
    to,
    name: typeof body["name"] === "string" ? body["name"] : undefined,
    verstat: typeof body["verstat"] === "string" ? body["verstat"] : undefined,
    answer: oneOf(["answered", "busy", "no-answer", "failed"] as const, body["answer"]) ?? "answered",
    ringSeconds: Number(body["ringSeconds"] ?? 3),
    talkSeconds: Number(body["talkSeconds"] ?? 30),
    hungUpBy: oneOf(["caller", "business"] as const, body["hungUpBy"]) ?? "caller",
    hangupDuring: oneOf(["notice", "ringing", "talk"] as const, body["hangupDuring"]),
    digits: keys === undefined ? undefined : { keys, afterNoticeMs: pressedAfter(digits) },
    faults: {
      duplicate: faults["duplicate"] === true,
      reorder: faults["reorder"] === true,
      dropCallbacks: (["status", "recording"] as const).filter((kind) => list(faults["dropCallbacks"]).includes(kind)),
    },
  });
}

function pressedAfter(digits: unknown): Milliseconds {
  const ms = isGiven(digits) ? digits["afterNoticeMs"] : undefined;
  return typeof ms === "number" && ms >= 0 ? ms : 1_000;
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
