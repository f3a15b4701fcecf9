import type { Device } from "../call-match.ts";
import type { CallEvent } from "./replay-event.ts";

/** A number as one visit was shown it, with what became known since. */
export interface Shown {
  readonly visit: VisitSigns;
  readonly source: string;
  readonly region: string | undefined;
  readonly device: Device | undefined;
  readonly at: number;
  tappedAt: number | undefined;
}

/** What a visit has shown of itself up to now. */
export interface VisitSigns {
  readonly id: string;
  seenAt: number;
  hiddenAt: number | undefined;
  readonly shown: Map<string, Shown>;
}

/** A call, and everything that was known when it rang. */
export interface CallSituation {
  readonly call: CallEvent;
  /** Shown within the window, oldest first. To be read before the next event. */
  readonly shown: readonly Shown[];
  /** The caller's earlier calls. */
  readonly earlier: readonly CallEvent[];
  /** How many calls with a caller this number had within the window, and how many people called any. */
  readonly ringsOnNumber: number;
  readonly people: number;
  /** The last sign of life of any visit that was shown the number. */
  readonly lastHeldAt: number | undefined;
}

/** Why an event was passed over. */
export type PassedOver = "visit_unknown" | "number_not_shown" | "call_repeated";
