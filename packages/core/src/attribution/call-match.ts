import type { VisitId } from "../ids.ts";
import type { Milliseconds } from "../time.ts";
import type { Touch } from "./touch.ts";

/** A number from 0 to 1. */
export type Probability = number;

/** One reason a candidate is more or less likely, in a form the screens put into words. */
export interface Factor {
  readonly name: "shown_ago" | "tel_tap" | "copied" | "still_on_page" | "same_region" | "source_number" | "sole_holder";
  /** How many times likelier the factor makes the call (1 changes nothing). */
  readonly weight: number;
  /** The fact behind it, for example milliseconds since the number was shown. */
  readonly fact: number | string | boolean;
}

/** What is known of one visit that was shown the number, before the call is judged. */
export interface Holding {
  readonly visit: VisitId;
  readonly touch: Touch;
  /** How long before the ring the number was first shown to this visit. */
  readonly shownAgoMs: Milliseconds;
  /** How long before the ring the visit last gave a sign of life. */
  readonly seenAgoMs: Milliseconds;
  /** How long before the ring the visit tapped this number's link, if it did. */
  readonly tappedAgoMs: Milliseconds | undefined;
  /** How long before the ring the page was hidden or left; absent when it was not, or was seen again after it. */
  readonly hiddenAgoMs?: Milliseconds | undefined;
  /** How long before the ring the visit copied the number; absent when it did not. */
  readonly copiedAgoMs?: Milliseconds | undefined;
  /** What the visit was made with; absent when nobody knows. */
  readonly device?: Device | undefined;
  /** Where the visit was; absent when nobody knows. */
  readonly region?: VisitRegion | undefined;
}

/** What a visit is made with. Phones tap a number and call at once; computers make people dial. */
export type Device = "phone" | "tablet" | "computer";

/** A visit's region as its network address tells it, and how often such an answer is right. */
export interface VisitRegion {
  /** ISO 3166-2, for example `US-CA`; compared whole with the caller's. */
  readonly code: string;
  /** From 0 (a guess) to 1 (certain). */
  readonly certainty: Probability;
}

/** A visit that may have called, with its probability and the reasons. */
export interface Candidate {
  readonly visit: VisitId;
  readonly touch: Touch;
  readonly probability: Probability;
  readonly factors: readonly Factor[];
}

/** Who called, as probabilities that add up to one, `nobody` included. */
export interface CallMatch {
  readonly kind: "exact" | "likely" | "ambiguous" | "returning" | "outside" | "pollution" | "none";
  /** Most probable first, each with its evidence. */
  readonly candidates: readonly Candidate[];
  /** An earlier caller who calls again without a visit behind it. */
  readonly returning: Probability;
  /** None of the visits we know. */
  readonly nobody: Probability;
  /** The largest of them all. */
  readonly confidence: Probability;
  /** The model and its parameters' version that judged the call. */
  readonly model: string;
}

/** What a source number says by itself: its source is certain, its visit unknown. */
export interface CallOnNumber {
  /** Set when the dialled number belongs to one source and to no visit. */
  readonly sourceTouch: Touch | undefined;
  readonly holdings: readonly Holding[];
  /** Earlier calls of this caller to this account, newest first, as milliseconds before the ring. */
  readonly earlierCallsAgoMs: readonly Milliseconds[];
  /** Those of them on this very number; absent when nobody knows. */
  readonly earlierOnNumberAgoMs?: readonly Milliseconds[] | undefined;
  /** How many calls this number had within `holdingWindowMs`, and how many people called any; absent when nobody counted. */
  readonly ringsOnNumber?: number | undefined;
  readonly people?: number | undefined;
  /** How long before the ring the number was last held by anybody; undefined when never. */
  readonly lastHeldAgoMs: Milliseconds | undefined;
  /** The region of the caller's number, in the words of `VisitRegion`; absent when it tells none. */
  readonly callerRegion?: string | undefined;
}
