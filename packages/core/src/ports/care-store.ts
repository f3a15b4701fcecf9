import type { CallNoteStore } from "./call-notes.ts";
import type { CareNames } from "./care-names.ts";
import type { AccountId, CallId, RecordingId } from "../ids.ts";
import type { Jurisdiction } from "../consent/recording-question.ts";
import type { Phi } from "../phi.ts";
import type { E164 } from "../phone-number.ts";
import type { Instant, Milliseconds } from "../time.ts";

/** Who called, sealed. Undefined when the caller withheld the number. */
export interface Caller {
  readonly number: Phi<E164> | undefined;
  readonly name: Phi<string> | undefined;
}

/** An earlier call of the same caller. */
export interface EarlierRing {
  readonly call: CallId;
  readonly at: Instant;
}

/** Who made a call, as far as somebody who counts needs to know it. */
export interface CallerOfCall {
  readonly call: CallId;
  /** The same for the same caller within one answer, and nothing outside it. */
  readonly who: string;
  readonly number: Phi<E164>;
}

/**
 * What a place is of a number: where its people are (`declared`, which may earn silence), or where their bills go
 * (`billing`, which can only add strictness).
 */
export type PlaceKind = "declared" | "billing";

/** A place of a number, as somebody who answers for it said. */
export interface DeclaredPlace {
  readonly number: Phi<E164>;
  readonly kind: PlaceKind;
  readonly place: Jurisdiction;
  /** How it is known: "address of the contract". */
  readonly basis: string;
  /** Who declared it, as the audit log names them. */
  readonly declaredBy: string;
  readonly declaredAt: Instant;
}

/** A declaration as it is kept. */
export interface KeptPlace extends DeclaredPlace {
  /** Tells it from the account's others without telling the number; the same for a later declaration in its place. */
  readonly id: string;
}

/** What was said of one number. */
export type PlacesOfNumber = Readonly<Partial<Record<PlaceKind, Jurisdiction>>>;

/** A recording's row; the sound itself lies encrypted in the vault. */
export interface RecordingFacts {
  readonly id: RecordingId;
  readonly call: CallId;
  readonly lengthMs: Milliseconds;
  readonly channels: 1 | 2;
  /** Bytes of the sound as it is played, before encryption. */
  readonly size: number;
  readonly mediaType: string;
  /** SHA-256 of the sound at capture, hex. */
  readonly sha256: string;
  readonly storedAt: Instant;
}

/**
 * The care side: what a person said and who they are, in tables, under a database role and with a key of its own.
 * Every value is encrypted before it reaches a table; callers are found again by a keyed fingerprint.
 */
export interface CareStore extends CallNoteStore, CareNames {
  /** Keeps the caller of a call; a repetition changes nothing. */
  saveCaller(account: AccountId, call: CallId, caller: Caller, rangAt: Instant): Promise<void>;
  /** Keeps the caller's name where none is kept; one that is there, or a call without a caller, stays as it is. */
  nameCaller(account: AccountId, call: CallId, name: Phi<string>): Promise<void>;
  caller(account: AccountId, call: CallId): Promise<Caller | undefined>;
  /** This call's caller's earlier calls, newest first, at most 50. Empty for a withheld number. */
  earlierCalls(account: AccountId, call: CallId): Promise<readonly EarlierRing[]>;
  /** How many different people called since then and before this call; who withheld their number is not counted. */
  callersBefore(account: AccountId, call: CallId, since: Instant): Promise<number>;
  /** Who called since then, call by call, in no order; calls of withheld numbers are left out. */
  callersSince(account: AccountId, since: Instant): Promise<readonly CallerOfCall[]>;
  /** The calls from a number since then, newest first, at most 50. The number is looked up and not kept. */
  callsFrom(account: AccountId, number: Phi<E164>, since: Instant): Promise<readonly EarlierRing[]>;
  /** Forgets who made these calls, and their recordings' rows. Answers the recordings whose sound is to be removed. */
  forgetCalls(account: AccountId, calls: readonly CallId[]): Promise<readonly RecordingId[]>;
  /** Forgets who called before a moment, but for held calls. Answers how many were forgotten; at most 500 at once. */
  forgetCallersBefore(account: AccountId, before: Instant, held: readonly CallId[]): Promise<number>;
  /**
   * Calls to sites in healthcare mode from before a moment whose caller and recordings are forgotten, the oldest first,
   * but for held ones; at most 500.
   */
  healthcareCallsBefore(account: AccountId, before: Instant, held: readonly CallId[]): Promise<readonly CallId[]>;
  /** Forgets such calls with all that happened in them; calls of other sites stay as they are. */
  forgetHealthcareCalls(account: AccountId, calls: readonly CallId[]): Promise<void>;
  /** Recordings stored before a moment, the oldest first, at most 500. */
  recordingsBefore(account: AccountId, before: Instant): Promise<readonly Pick<RecordingFacts, "id" | "call">[]>;
  /** Forgets recordings' rows; their sound was removed before. */
  forgetRecordings(account: AccountId, ids: readonly RecordingId[]): Promise<void>;
  /** Keeps a place of a number, in place of an earlier declaration of its kind. */
  declarePlace(account: AccountId, declared: DeclaredPlace): Promise<KeptPlace>;
  /** Forgets a declaration. False when there was none. */
  withdrawPlace(account: AccountId, number: Phi<E164>, kind: PlaceKind): Promise<boolean>;
  /** Forgets the declaration of this id and answers what it was; undefined when there was none. */
  forgetPlace(account: AccountId, id: string): Promise<DeclaredPlace | undefined>;
  /** The places that were declared for a number. A ringing call waits for them. */
  placesOf(account: AccountId, number: Phi<E164>): Promise<PlacesOfNumber>;
  /** Every declaration, or every one of a number, newest first, at most 1,000; of a page, those made before it. */
  declaredPlaces(
    account: AccountId,
    number?: Phi<E164>,
    page?: { readonly before: Instant; readonly limit: number },
  ): Promise<readonly KeptPlace[]>;
  /** Keeps a recording's row; a repetition changes nothing. */
  saveRecording(account: AccountId, recording: RecordingFacts): Promise<void>;
  /** The call's recording; the first kept when there are several. */
  recordingOf(account: AccountId, call: CallId): Promise<RecordingFacts | undefined>;
  recording(account: AccountId, id: RecordingId): Promise<RecordingFacts | undefined>;
}

/** Where the sound lies: encrypted in chunks, so that a part can be read without the whole. */
export interface RecordingVault {
  /**
   * Encrypts and keeps the sound under a random name. Answers its size and SHA-256 before encryption. A second `put`
   * of the id replaces the first; one that breaks off leaves nothing that can be read.
   */
  put(
    account: AccountId,
    id: RecordingId,
    sound: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly size: number; readonly sha256: string }>;
  /**
   * Decrypts bytes `start` to `end` (both included, both within the size).
   *
   * @throws while it is read, when there is no such recording, a chunk was changed or the key is wrong.
   */
  read(account: AccountId, id: RecordingId, start: number, end: number): AsyncIterable<Uint8Array>;
  /** Removes the sound; removing what is not there does nothing. */
  remove(account: AccountId, id: RecordingId): Promise<void>;
}
