import type { E164, Instant, Milliseconds, Phi, Result } from "@ringtrail/core";
import type { CallEvent, CarrierRecording, LegEnd } from "@ringtrail/core/call-flow";
import type { TextToSend } from "./text-to-send.ts";

/** The carrier's API did not do what was asked. */
export type CarrierFault =
  /** No connection, or none that lasted. */
  | { readonly code: "carrier_unreachable"; readonly cause: string }
  /** Asked too often (429), also after waiting. */
  | { readonly code: "carrier_busy" }
  /** The keys of the connection are wrong. */
  | { readonly code: "carrier_keys_refused" }
  /** There is no such call, number or recording (any more). */
  | { readonly code: "carrier_unknown_thing" }
  /** Nobody can tell whether it was carried out: the answer was lost. Look before asking again. */
  | { readonly code: "carrier_unsure" }
  /** Any other refusal. `carrierCode` is the carrier's own number for it. */
  | { readonly code: "carrier_refused"; readonly status: number; readonly carrierCode: number | undefined };

/** The sound of a recording on its way from the carrier. */
export interface RecordingSound {
  readonly sound: AsyncIterable<Uint8Array>;
  /** Undefined when the carrier does not say. */
  readonly size: number | undefined;
  readonly mediaType: string;
}

/** A call in the carrier's own books, for finding what no webhook told us. */
export interface CarrierCall {
  readonly carrierRef: string;
  /** Set on the leg to the business: the caller's call. */
  readonly parentRef: string | undefined;
  readonly from: Phi<E164> | undefined;
  readonly to: E164 | undefined;
  readonly startedAt: Instant | undefined;
  readonly endedAt: Instant | undefined;
  readonly lengthMs: Milliseconds;
  /** Undefined while the call goes on. */
  readonly end: LegEnd | undefined;
  /**
   * What the books say happened, with the keys a webhook of the same moment bears: a report that arrived and its entry
   * in the books are one event. Empty while the call goes on.
   */
  readonly events: readonly CallEvent[];
}

/** A finished recording in the carrier's own books. */
export interface ListedRecording extends CarrierRecording {
  readonly carrierRef: string;
  readonly startedAt: Instant | undefined;
  /** The key a webhook about this recording bears. */
  readonly key: string;
}

/** One page of a list; `next` is undefined on the last one. */
export interface CarrierPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}

/** Which part of the carrier's books to read. Days are whole UTC days, as carriers filter by them. */
export interface ListQuery {
  readonly since: Instant;
  /** `next` of the page before; undefined starts at the newest. */
  readonly page: string | undefined;
}

/** A number rented at the carrier. */
export interface CarrierNumber {
  /** The carrier's id of the number. */
  readonly ref: string;
  readonly e164: E164;
  readonly voiceUrl: string | undefined;
  readonly fallbackUrl: string | undefined;
  readonly statusUrl: string | undefined;
  /** How the fallback is asked; only GET reaches every static host. Undefined where the carrier has one way only. */
  readonly fallbackMethod: string | undefined;
}

/** Where the carrier asks and reports for one number. */
export interface NumberAddresses {
  readonly voiceUrl: string;
  /** A place that answers while we are dead. Asked with GET where the carrier can, so that any static host can serve it. */
  readonly fallbackUrl: string | undefined;
  readonly statusUrl: string;
}

/** What a number costs a month, in the hundredth part of its currency (cents). */
export interface MonthlyPrice {
  readonly cents: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** Which numbers to look for. What is undefined does not matter. */
export interface NumberWish {
  /** ISO 3166, two letters. */
  readonly country: string;
  readonly kind: "local" | "toll_free" | "mobile";
  /** Three digits, North America only. */
  readonly areaCode: string | undefined;
  readonly locality: string | undefined;
}

/** A number the carrier would rent out. */
export interface OfferedNumber {
  readonly e164: E164;
  readonly locality: string | undefined;
  /** State or province as the carrier writes it. */
  readonly region: string | undefined;
  /** Undefined when the carrier does not say: then nobody should buy blindly. */
  readonly price: MonthlyPrice | undefined;
}

/** A carrier's own API. */
export interface CarrierProvider {
  fetchRecording(ref: string): Promise<Result<RecordingSound, CarrierFault>>;
  /** Deletes the recording at the carrier; one that is gone already counts as deleted. */
  deleteRecording(ref: string): Promise<Result<undefined, CarrierFault>>;
  /**
   * Pauses the recording that runs on this call, or lets it go on. What is said meanwhile is not kept.
   * `carrier_unknown_thing` when no recording runs.
   */
  steerRecording(carrierRef: string, order: "pause" | "resume"): Promise<Result<undefined, CarrierFault>>;
  /** The name that belongs to a number, by the carrier's look-up, which costs money; undefined when it has none. */
  lookUpName(number: Phi<E164>): Promise<Result<Phi<string> | undefined, CarrierFault>>;
  /** Sends a text, once: it is never asked for again, so a lost answer may mean that it was sent. */
  sendText(text: TextToSend): Promise<Result<undefined, CarrierFault>>;
  listCalls(query: ListQuery): Promise<Result<CarrierPage<CarrierCall>, CarrierFault>>;
  listRecordings(query: ListQuery): Promise<Result<CarrierPage<ListedRecording>, CarrierFault>>;
  listNumbers(page: string | undefined): Promise<Result<CarrierPage<CarrierNumber>, CarrierFault>>;
  /** Numbers for rent, with their price; at most 30. */
  searchNumbers(wish: NumberWish): Promise<Result<readonly OfferedNumber[], CarrierFault>>;
  /** The number if it is rented already; else undefined. */
  findNumber(e164: E164): Promise<Result<CarrierNumber | undefined, CarrierFault>>;
  /**
   * Rents a number and tells where its calls are asked for, in one step. When the answer is lost it looks whether the
   * number was rented and never asks twice: `carrier_unsure` means that even looking did not tell.
   */
  buyNumber(e164: E164, addresses: NumberAddresses): Promise<Result<CarrierNumber, CarrierFault>>;
  /** Gives a number back for good; one that is gone already counts as given back. */
  releaseNumber(ref: string): Promise<Result<undefined, CarrierFault>>;
  /** Tells the carrier where to ask for a number's calls. `ref` is the carrier's id of the number. */
  routeNumber(ref: string, addresses: NumberAddresses): Promise<Result<CarrierNumber, CarrierFault>>;
}
