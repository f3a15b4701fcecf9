import type { Device } from "../call-match.ts";

/** What is told of a site, in the order it happened. `at` is in milliseconds of any one clock. */
export type ReplayEvent = ShownEvent | SignEvent | TapEvent | CallEvent;

/** A visit was shown a number. Every later one for the same two is a sign of life. */
export interface ShownEvent {
  readonly type: "shown";
  readonly at: number;
  readonly number: string;
  readonly visit: string;
  readonly source: string;
  readonly region?: string | undefined;
  readonly device?: Device | undefined;
}

/** A visit gave a sign of life, or hid its page. */
export interface SignEvent {
  readonly type: "seen" | "hidden";
  readonly at: number;
  readonly visit: string;
}

/** A visit tapped a number's link. */
export interface TapEvent {
  readonly type: "tap";
  readonly at: number;
  readonly visit: string;
  readonly number: string;
}

/** A number rang. `caller` is any name for the caller, the same each time they call. */
export interface CallEvent {
  readonly type: "call";
  readonly at: number;
  readonly id: string;
  readonly number: string;
  readonly caller?: string | undefined;
  readonly callerRegion?: string | undefined;
}
