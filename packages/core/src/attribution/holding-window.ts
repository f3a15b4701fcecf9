import { day, type Milliseconds } from "../time.ts";

/** Visits that were shown the number longer ago than this are no candidates: their calls count as `nobody`. */
export const holdingWindowMs: Milliseconds = 14 * day;

/** A visit with this share of all visits' rates is the only one it can have been. */
export const soleShare = 0.999;
