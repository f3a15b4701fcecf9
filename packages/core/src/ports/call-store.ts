import type { AccountId, CallId, ConnectionId, NumberId, SiteId } from "../ids.ts";
import type { CallMatch } from "../attribution/call-match.ts";
import type { CallEvent } from "../call-flow/call-event.ts";
import type { CallState } from "../call-flow/fold-call.ts";
import type { Touch } from "../attribution/touch.ts";
import type { HourCount } from "./hour-count.ts";
import type { Result } from "../result.ts";
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
  /** The site is in healthcare mode: the call is kept on the care side, without its number. */
  readonly isHealthcare?: true | undefined;
  /** Set when the call was healed from a spool or the carrier's list instead of heard live. */
  readonly healed: boolean;
}

/** One row of the call list. */
export interface CallSummary {
  readonly id: CallId;
  readonly site: SiteId;
  /** Undefined in healthcare mode: which number rang says how the caller came. */
  readonly number: NumberId | undefined;
  readonly rangAt: Instant;
  readonly state: CallState;
  readonly matchKind: CallMatch["kind"] | undefined;
  readonly confidence: number | undefined;
  /** The touch that leads, by `leadingTouch`; in healthcare mode its channel alone. */
  readonly touch: Touch | undefined;
  /** Where the leading candidate's visit began; undefined when no visit leads or it was forgotten. */
  readonly landingPath: string | undefined;
  /** The call lies on the care side. */
  readonly isHealthcare?: true | undefined;
}

/** A call with everything but the care side. */
export interface CallFacts extends CallSummary {
  readonly connection: ConnectionId;
  readonly carrierRef: string;
  readonly healed: boolean;
  /** By their instants, oldest first. */
  readonly events: readonly CallEvent[];
  readonly match: CallMatch | undefined;
  readonly sourceTouch: Touch | undefined;
}

/** A place in a list, opaque to callers; undefined is its beginning. */
export type Cursor = string | undefined;

/** Which calls, and where the page begins. */
export interface CallQuery {
  readonly cursor: Cursor;
  readonly limit: number;
  readonly site?: SiteId | undefined;
  /** Calls that rang at this instant or later. */
  readonly from?: Instant | undefined;
  /** Calls that rang earlier than this instant. */
  readonly before?: Instant | undefined;
  /** Calls that are flagged as spam: none of them, or only them; undefined lists every call. */
  readonly spam?: "hide" | "only" | undefined;
  /** Calls of somebody who may have come this way. An empty text fits who told nothing of it; capitals do not matter. */
  readonly touch?: TouchWanted | undefined;
  /** Calls that somebody without a visit may have made: an earlier caller, or nobody anybody knows. */
  readonly who?: "returning" | "nobody" | undefined;
  readonly outcome?: "answered" | "missed" | undefined;
  /** Only of callers nobody knows an earlier call of. */
  readonly firstTime?: true | undefined;
  /** Words that stand in a source, campaign, keyword, landing page or tracking number of the call. */
  readonly words?: string | undefined;
  /** Calls that fit the words whatever stands there. */
  readonly orCalls?: readonly CallId[] | undefined;
  /** Calls to sites in healthcare mode are told too: only to somebody who may know who called. */
  readonly withHealthcare?: boolean | undefined;
}

/** What is known of the way somebody came. */
export type TouchWanted = Readonly<Partial<Record<"channel" | "source" | "keyword" | "landingPage", string>>>;

/** A page of calls; `next` is undefined on the last one. */
export interface CallPage {
  readonly calls: readonly CallSummary[];
  readonly next: Cursor;
}

/** The cursor is not one this store gave out. */
export interface CursorMalformed {
  readonly code: "cursor_malformed";
}

/** What rang one number. */
export interface Rings {
  /** Those of the calls asked about that did, in no order. */
  readonly these: readonly CallId[];
  /** How many calls did in the window asked about, whoever made them. */
  readonly inWindow: number;
}

/** Calls, their events and their credit. */
export interface CallStore {
  /**
   * Stores the call, on the side it belongs to, with its first event (`rang`, its key the carrier's reference) unless that reference is known.
   * Answers the id that counts.
   */
  ring(account: AccountId, call: NewCall): Promise<{ readonly id: CallId; readonly isNew: boolean }>;
  findByRef(account: AccountId, connection: ConnectionId, carrierRef: string): Promise<CallId | undefined>;
  /**
   * Appends the event unless its kind and key are known of the call, folds all events and keeps the state. Answers the
   * state after it. @throws when the account has no such call.
   */
  append(
    account: AccountId,
    call: CallId,
    event: CallEvent,
  ): Promise<{ readonly isNew: boolean; readonly state: CallState }>;
  /** Keeps the match in place of an earlier one. @throws when the account has no such call. */
  saveMatch(account: AccountId, call: CallId, match: CallMatch, sourceTouch: Touch | undefined): Promise<void>;
  /** Which of these calls rang the number, and how many calls did from the window's start on and before its end. */
  ringsOn(
    account: AccountId,
    number: NumberId,
    calls: readonly CallId[],
    window: { readonly from: Instant; readonly before: Instant },
  ): Promise<Rings>;
  /** Calls that rang since then, by number and clock hour, in order of the hours. Imported ones do not count. */
  hours(account: AccountId, since: Instant): Promise<readonly HourCount<NumberId>[]>;
  facts(account: AccountId, call: CallId): Promise<CallFacts | undefined>;
  /** Calls by the time they rang, newest first. A call that rings meanwhile moves no other to another page. */
  list(account: AccountId, query: CallQuery): Promise<Result<CallPage, CursorMalformed>>;
}
