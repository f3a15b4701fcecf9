import type { Branded, E164, Instant, Phi, Result } from "@ringtrail/core";
import type { Callback, CallEvent, CallPlan } from "@ringtrail/core/call-flow";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierNumber, CarrierProvider, NumberAddresses } from "./carrier-provider.ts";

/** A webhook as it arrived, before anybody believes it. */
export interface CarrierMessage {
  /** The address as the carrier was told it: built from `PUBLIC_URL`, path and query, never from the Host header. */
  readonly url: string;
  /** A header's value by its lower-case name. */
  readonly header: (name: string) => string | undefined;
  /** The body exactly as received, decoded as UTF-8. Empty for GET. */
  readonly body: string;
  readonly receivedAt: Instant;
}

/** A webhook whose signature was checked. Readers take nothing else, so none can be read unchecked. */
export type VerifiedMessage = Branded<CarrierMessage, "VerifiedMessage">;

/** The webhook was not signed with this connection's secret. Answer 403 and write nothing. */
export interface SignatureRefused {
  readonly code: "signature_missing" | "signature_wrong";
}

/** A signed webhook lacks a value that every one of its kind has. `field` is the carrier's own name of it. */
export interface MessageMalformed {
  readonly code: "carrier_message_malformed";
  readonly field: string;
}

/** What the phone network says about the caller's right to the number (STIR/SHAKEN). */
export interface Attestation {
  /** A: the network knows the caller and the number; B: the caller; C: only where the call came in. */
  readonly level: "A" | "B" | "C" | "none";
  readonly result: "passed" | "failed" | "absent";
  readonly isDiverted: boolean;
}

/** A call that just rang, in neutral words. */
export interface RingingCall {
  /** The carrier's id of the call. */
  readonly carrierRef: string;
  /** Undefined when the caller withheld the number or it is not a phone number. */
  readonly from: Phi<E164> | undefined;
  /** The number dialled: one of our tracking numbers. */
  readonly to: E164;
  /** The caller's name when the owner pays the carrier for the look-up. */
  readonly name: Phi<string> | undefined;
  readonly attestation: Attestation;
  /** Why the carrier asks the fallback address instead of the first one; undefined when all is well. */
  readonly fallback: { readonly errorCode: string } | undefined;
  /** The ring as the call's first event. */
  readonly rang: CallEvent;
}

/** What a callback tells of a call. No events means: nothing worth keeping. */
export interface CallNews {
  /** The carrier's id of the caller's call, also when the callback was about the leg to the business. */
  readonly carrierRef: string;
  readonly events: readonly CallEvent[];
}

/** The words a carrier understands. */
export interface CarrierDocument {
  readonly contentType: string;
  readonly body: string;
}

/**
 * The address of each moment at which the carrier asks us again or reports. Query keys alphabetical, no spaces.
 * `about` is the step the answer is for, or the hash of a sound.
 */
export type CallbackUrl = (callback: Callback, about?: string) => string;

/** One phone company. Everything but `provider` is pure. */
export interface Carrier {
  /** Checks that the message was signed with the connection's secret for this very address and body. */
  verify(message: CarrierMessage, secret: string): Result<VerifiedMessage, SignatureRefused>;
  readVoice(message: VerifiedMessage): Result<RingingCall, MessageMalformed>;
  readCallback(callback: Callback, message: VerifiedMessage): Result<CallNews, MessageMalformed>;
  /** Puts a plan into the carrier's words. */
  render(plan: CallPlan, callbackUrl: CallbackUrl): CarrierDocument;
  /** True for a PBX of one's own: its trunk routes the numbers and its dialplan is the fallback. */
  readonly isOwnPbx?: true;
  /** True where the fallback address is asked by POST, which a host of plain files may refuse; else it is asked by GET. */
  readonly asksFallbackByPost?: true;
  /** Whether the carrier would ask and report for this number where we want it, with our limits and methods. */
  isRouted(number: CarrierNumber, addresses: NumberAddresses): boolean;
  /** What the carrier wants to hear after a report; without it an empty answer (204) is enough. */
  readonly acknowledgement?: CarrierDocument;
  /** Answers a moment of the talk: whether the recording rests now. Absent where a carrier tells of no such moment. */
  readonly sayRest?: (isPaused: boolean) => CarrierDocument;
  /** The carrier's own API, asked with the connection's keys. */
  provider(connection: ProviderConnection): CarrierProvider;
}

/** What calling out needs of a connection. */
export type ProviderConnection = Pick<CarrierConnection, "carrierAccount" | "secret" | "apiBase">;
