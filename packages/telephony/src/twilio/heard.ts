import type { Instant } from "@ringtrail/core";

/** What a reader of callbacks is told besides the form. */
export interface Heard {
  readonly at: Instant;
  readonly carrierRef: string;
  /** The step of the flow the callback's address named. */
  readonly step: string | undefined;
}
