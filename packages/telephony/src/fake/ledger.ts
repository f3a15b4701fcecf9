import type { Milliseconds } from "@ringtrail/core";

/** A document the carrier asked for. */
export interface DocumentAsked {
  readonly why: "voice" | "gather" | "dial" | "record" | "redirect" | "play" | "whisper" | "fallback";
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly attempts: number;
  /** Wall time the answer took. */
  readonly tookMs: Milliseconds;
  /** Undefined when there was no answer. */
  readonly status: number | undefined;
  /** Twilio's number for what was wrong with it. */
  readonly error: string | undefined;
  readonly verbs: readonly string[];
  /** In the call's own time. */
  readonly atMs: Milliseconds;
}

/** A report the carrier sent, or was told to lose. */
export interface ReportSent {
  readonly kind: "status" | "recording";
  /** The CallStatus or RecordingStatus told. */
  readonly event: string;
  readonly url: string;
  readonly attempts: number;
  /** Undefined when there was no answer or the report was lost on purpose. */
  readonly status: number | undefined;
  readonly fault: "duplicate" | "dropped" | undefined;
}

/** Why a call was over. */
export type CallOver = "caller_hung_up" | "document_ended" | "hangup" | "reject" | "application_error";

/** The fake carrier's own account of a call, to be held against what its peer believes. */
export interface Ledger {
  readonly documents: DocumentAsked[];
  readonly reports: ReportSent[];
  /** Gathers whose callback failed, so that the verbs after them ran. */
  fellThrough: number;
  over: CallOver | undefined;
}
