import { randomBytes } from "node:crypto";
import type { AccountKeys, Face } from "./account-keys.ts";
import type { FakeCall } from "./fake-call.ts";
import type { Tape } from "./record-line.ts";
import type { TexmlApplication } from "./telnyx/keep-application.ts";

/** A number rented at the fake carrier, with the fields of Twilio's IncomingPhoneNumber that matter to a call. */
export interface FakeNumber {
  readonly sid: string;
  readonly account: string;
  readonly e164: string;
  readonly createdAt: Date;
  /** By Twilio's parameter names: VoiceUrl, VoiceMethod, VoiceFallbackUrl, ... */
  readonly settings: Readonly<Record<string, string>>;
}

/** A call or a leg of one, as the books hold it. */
export interface BookedCall {
  readonly sid: string;
  readonly parent: string | undefined;
  readonly account: string;
  readonly from: string;
  readonly to: string;
  readonly direction: "inbound" | "outbound-dial";
  readonly numberSid: string | undefined;
  readonly startedAt: Date;
  status: "queued" | "ringing" | "in-progress" | "completed" | "busy" | "failed" | "no-answer" | "canceled";
  endedAt: Date | undefined;
  seconds: number;
}

/** A recording, as the books hold it. */
export interface BookedRecording {
  readonly sid: string;
  readonly account: string;
  readonly callSid: string;
  readonly source: "DialVerb" | "RecordVerb" | "StartCallRecordingTwiML";
  readonly channels: 1 | 2;
  readonly startedAt: Date;
  status: "in-progress" | "paused" | "completed" | "absent" | "failed";
  seconds: number;
  tape: Tape | undefined;
}

/** A text somebody sent from one of the exchange's numbers. */
export interface FakeText {
  readonly account: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** Everything the fake carrier knows. It lives in memory and dies with the process. */
export class Exchange {
  /** Account ids and their keys. */
  readonly accounts = new Map<string, AccountKeys>();
  readonly numbers = new Map<string, FakeNumber>();
  /** Telnyx keeps addresses with applications, which numbers belong to. */
  readonly applications = new Map<string, TexmlApplication>();
  readonly booked = new Map<string, BookedCall>();
  readonly recordings = new Map<string, BookedRecording>();
  /** What happens to the next purchases, in order: the connection is cut before or after the number was rented. */
  readonly purchaseFaults: ("lost_before" | "lost_after")[] = [];
  /** Texts that were sent, in order. */
  readonly texts: FakeText[] = [];
  /** Calls placed through the control door, by their sid. */
  readonly calls = new Map<string, FakeCall>();

  numberOf(e164: string): FakeNumber | undefined {
    return [...this.numbers.values()].find((number) => number.e164 === e164);
  }
}

/** An id as Twilio makes them: two letters and 32 hex digits. */
export function newSid(kind: "CA" | "RE" | "PN"): string {
  return kind + randomBytes(16).toString("hex");
}

/** A call's id in the words of the account's carrier. */
export function newCallSid(face: Face): string {
  return face === "twilio" ? newSid("CA") : `v3:${randomBytes(24).toString("base64url")}`;
}
