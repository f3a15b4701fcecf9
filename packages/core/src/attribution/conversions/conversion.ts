import type { ConsentEvidence } from "../../consent/answer.ts";
import type { E164 } from "../../phone-number.ts";
import type { Phi } from "../../phi.ts";
import type { Instant, Milliseconds } from "../../time.ts";
import type { Probability } from "../call-match.ts";

/** The ad platforms that learn of calls. */
export type AdPlatform = "google_ads" | "ga4" | "microsoft_ads" | "meta";

/** In the order screens show them. */
export const adPlatforms: readonly AdPlatform[] = ["google_ads", "ga4", "microsoft_ads", "meta"];

/** The ids that platforms put into the address of a page when somebody comes by an ad. */
export type ClickIdKind = "gclid" | "gbraid" | "wbraid" | "msclkid" | "fbclid";

/** A click on an ad, as the visit that came by it kept it. */
export interface AdClick {
  readonly kind: ClickIdKind;
  readonly id: string;
  /** When the visit began. */
  readonly at: Instant;
}

/** What a conversion is worth. */
export interface Worth {
  /** In millionths of the currency. */
  readonly micros: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** A visit that may have led to a call. It is stored, so its visitor said yes or did not have to. */
export interface CreditedVisit {
  /** Opaque: goes into ids that no platform can read anything from. */
  readonly visit: string;
  readonly visitor: string;
  readonly probability: Probability;
  readonly evidence: ConsentEvidence;
  /** The last click on this platform's ads before the call, of this visit or an earlier one of the visitor's. */
  readonly click: AdClick | undefined;
}

/** A call with everybody who may have made it. */
export interface CreditedCall {
  readonly id: string;
  readonly rangAt: Instant;
  readonly answered: boolean;
  /** How long caller and business talked. */
  readonly talkMs: Milliseconds;
  readonly value: Worth | undefined;
  /** Most probable first. */
  readonly visits: readonly CreditedVisit[];
  readonly caller: Phi<E164> | undefined;
}

/** A credited call as one ad platform learns of it. */
export interface Conversion {
  /** The same call and visit always have the same, so that a platform counts them once. */
  readonly id: string;
  readonly call: string;
  /** When the phone rang. */
  readonly at: Instant;
  readonly click: AdClick | undefined;
  /** Stands for the visitor, and for nobody outside of this account. */
  readonly visitorKey: string;
  /** Already weighed; undefined when nobody said what the call was worth. */
  readonly worth: Worth | undefined;
  /** The visitor said yes, and was not merely silent where silence is allowed. */
  readonly saidYes: boolean;
  /** Only of a visitor who said yes, and only when the owner shares callers. */
  readonly caller: Phi<E164> | undefined;
}
