import type { AccountId, CallId, ConnectionId, NumberId, SiteId } from "../ids.ts";
import type { CallMatch } from "../attribution/call-match.ts";
import type { CallEvent } from "../call-flow/call-event.ts";
import type { CallState } from "../call-flow/fold-call.ts";
import type { Touch } from "../attribution/touch.ts";
import type { Instant } from "../time.ts";

/** A call as it is first heard of. The caller's number is not part of it: that lies in the care tables. */
export interface NewCall {
  readonly id: CallId;
  readonly connection: ConnectionId;
  /** The carrier's id of the call; with the connection it makes the call unique. */
  readonly carrierRef: string;
  readonly number: NumberId;
  readonly site: SiteId;
  readonly rangAt: Instant;
  /** Set when the call was healed from a spool or the carrier's list instead of heard live. */
  readonly healed: boolean;
}

/** One row of the call list. */
export interface CallSummary {
  readonly id: CallId;
  readonly site: SiteId;
  readonly number: NumberId;
  readonly rangAt: Instant;
  readonly state: CallState;
  readonly matchKind: CallMatch["kind"] | undefined;
  readonly confidence: number | undefined;
  /** The touch that leads: of the most probable candidate, or of the source number. */
  readonly touch: Touch | undefined;
  readonly landingPath: string | undefined;
}

/** A call with everything but the care side. */
export interface CallFacts extends CallSummary {
  readonly connection: ConnectionId;
  readonly carrierRef: string;
  readonly healed: boolean;
  readonly events: readonly CallEvent[];
  readonly match: CallMatch | undefined;
}

/** A place in a list, opaque to callers; undefined is its beginning. */
export type Cursor = string | undefined;

/** Calls, their events and their credit. */
export interface CallStore {
  /** Stores the call with its first event unless the carrier's reference is known. Answers the id that counts. */
  ring(account: AccountId, call: NewCall): Promise<{ readonly id: CallId; readonly isNew: boolean }>;
  findByRef(account: AccountId, connection: ConnectionId, carrierRef: string): Promise<CallId | undefined>;
  /** Appends the event unless it is known, folds all events and keeps the state. Answers the state after it. */
  append(
    account: AccountId,
    call: CallId,
    event: CallEvent,
  ): Promise<{ readonly isNew: boolean; readonly state: CallState }>;
  saveMatch(account: AccountId, call: CallId, match: CallMatch, sourceTouch: Touch | undefined): Promise<void>;
  facts(account: AccountId, call: CallId): Promise<CallFacts | undefined>;
  /** Calls by the time they rang, newest first. */
  list(
    account: AccountId,
    page: { readonly cursor: Cursor; readonly limit: number },
  ): Promise<{ readonly calls: readonly CallSummary[]; readonly next: Cursor }>;
}
