import type { Milliseconds } from "../../time.ts";
import type { Probability } from "../call-match.ts";
import type { Touch } from "../touch.ts";

/** What the rows of a report are about. */
export type ReportDimension =
  | "channel"
  | "source"
  | "medium"
  | "campaign"
  | "keyword"
  | "landing_page"
  | "number"
  | "day";

/** Every dimension, in the order screens show them. */
export const reportDimensions: readonly ReportDimension[] = [
  "channel",
  "source",
  "medium",
  "campaign",
  "keyword",
  "landing_page",
  "number",
  "day",
];

/** A visit on the way to a call, as reports look at it. */
export interface ReportTouch {
  readonly touch: Touch;
  /** Where the visit began; undefined when it was forgotten. */
  readonly landingPath: string | undefined;
  /** How long before the ring. */
  readonly agoMs: Milliseconds;
}

/** Somebody who may have called, and the way they had come by then. */
export interface CallerPath {
  readonly probability: Probability;
  /** Oldest first. */
  readonly touches: readonly [ReportTouch, ...ReportTouch[]];
}

/** A call as reports look at it. The probabilities of its paths, `returning` and `nobody` add up to one. */
export interface ReportCall {
  /** The day it rang, `2026-11-25`, in the time zone of the report. */
  readonly day: string;
  /** The number it rang. */
  readonly number: string;
  /** What it was worth, in millionths of the report's currency; 0 when nobody said. */
  readonly valueMicros: number;
  readonly paths: readonly CallerPath[];
  readonly returning: Probability;
  readonly nobody: Probability;
}

/** What was paid for one line of an ad platform's bill on one day. */
export interface AdCost {
  /** `2026-11-25`, in the ad account's time zone. */
  readonly day: string;
  /** As UTM parameters would say it: `google`, `cpc`. */
  readonly source: string;
  readonly medium: string;
  readonly campaign: string | undefined;
  readonly keyword: string | undefined;
  readonly landingPath: string | undefined;
  /** Everything else that tells the line from others of its day: ad group, ad set, ad, device. */
  readonly line: string;
  /** ISO 4217. */
  readonly currency: string;
  /** In millionths of the currency. */
  readonly micros: number;
  readonly clicks: number;
  readonly impressions: number;
}
