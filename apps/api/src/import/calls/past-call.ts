import type { E164, Instant, Milliseconds, Phi } from "@ringtrail/core";
import type { Touch } from "@ringtrail/core/attribution";
import type { LegEnd } from "@ringtrail/core/call-flow";

/** Whose export a file is. */
export type CallSource = "callrail" | "ctm";

/** A call as another call tracker wrote it down. */
export interface PastCall {
  /** The tracker's own id of the call: a row with an id that is known changes nothing. */
  readonly ref: string;
  readonly number: E164;
  readonly rangAt: Instant;
  readonly end: LegEnd;
  /** 0 when nobody answered. */
  readonly talkMs: Milliseconds;
  readonly lengthMs: Milliseconds;
  /** Undefined when the caller withheld the number. */
  readonly caller: Phi<E164> | undefined;
  readonly callerName: Phi<string> | undefined;
  /** Undefined where the row tells neither a landing page nor a source. */
  readonly touch: Touch | undefined;
  /** What the tracker says; here it follows from the caller's earlier calls. Undefined when the row does not say. */
  readonly isFirst: boolean | undefined;
  /** The row names a recording. Its address is neither kept nor fetched. */
  readonly isRecorded: boolean;
}

/** A tracking number as another call tracker lists it. */
export interface PastNumber {
  readonly e164: E164;
  /** What every call on it says; undefined for a number that visitors share. */
  readonly touch: Touch | undefined;
}

/** Why a row is refused. The codes are permanent. */
export interface RowProblem {
  readonly code:
    | "csv_malformed"
    | "id_malformed"
    | "number_malformed"
    | "caller_malformed"
    | "time_malformed"
    | "zone_missing"
    | "zone_unknown"
    | "length_malformed"
    | "outcome_unknown"
    | "call_outbound";
  readonly detail: string;
}
